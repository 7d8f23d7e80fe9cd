import { readSetting, writeSetting } from '../../learner/settings.ts';

/**
 * `<theme-switch>`: light, dark, or what the system says. The choice is set on <html> before the
 * first paint by the script in <head>; here it is only shown, changed and kept.
 */
export class ThemeSwitch extends HTMLElement {
  connectedCallback(): void {
    const kept = readSetting('theme');
    const radios = [...this.querySelectorAll('input')];
    for (const radio of radios) radio.checked = radio.value === (kept ?? 'system');
    this.addEventListener('change', ({ target }) => {
      if (target instanceof HTMLInputElement) choose(target.value);
    });
  }
}

function choose(value: string): void {
  const theme = value === 'system' ? undefined : value;
  writeSetting('theme', theme);
  if (theme === undefined) delete document.documentElement.dataset['theme'];
  else document.documentElement.dataset['theme'] = theme;
}
