import { writeSetting } from '../../learner/settings.ts';
import { currentSection } from '../toc/current-section.ts';

/**
 * Makes the links of the language switch lead to the section that the reader is in, and
 * remembers the language chosen. The links are right without it: they lead to the page's top.
 */
export function keepLanguageAndPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.language a')) {
    const aim = (): void => {
      link.hash = currentSection() ?? '';
    };
    // Whatever opens the link (mouse, key, menu, a new tab), one of these comes first.
    link.addEventListener('pointerenter', aim);
    link.addEventListener('pointerdown', aim);
    link.addEventListener('focus', aim);
    link.addEventListener('click', () => {
      aim();
      writeSetting('locale', link.hreflang);
    });
  }
}
