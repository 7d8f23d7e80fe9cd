import { lastAbove } from './current-section.ts';

/** The line, from the top of the window, above which a heading has been reached. */
const READING_LINE = 0.3;

/**
 * `<contents-list>`: marks the section being read, and folds again once a section was chosen.
 * Without it, a list of links.
 */
export class ContentsList extends HTMLElement {
  connectedCallback(): void {
    const links = [...this.querySelectorAll('a')];
    const targets = links.map((link) => document.getElementById(link.hash.slice(1)));
    let waiting = false;
    const mark = (): void => {
      waiting = false;
      const tops = targets.map((target) => target?.getBoundingClientRect().top ?? Infinity);
      const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
      const read = atEnd ? links.length - 1 : lastAbove(tops, innerHeight * READING_LINE);
      for (const [index, link] of links.entries()) {
        if (index === read) link.setAttribute('aria-current', 'location');
        else link.removeAttribute('aria-current');
      }
    };
    const soon = (): void => {
      if (!waiting) requestAnimationFrame(mark);
      waiting = true;
    };
    addEventListener('scroll', soon, { passive: true });
    addEventListener('resize', soon, { passive: true });
    soon();
    this.addEventListener('click', ({ target }) => {
      const details = this.querySelector('details');
      if (target instanceof HTMLAnchorElement && details) details.open = false;
    });
  }
}
