import { html } from 'hono/html';
import { LOCALE_NAMES, type Locale, otherLocale } from '../../i18n/locales.ts';
import { page } from '../service/page.ts';
import type { Settings } from '../service/read-settings.ts';
import type { Html } from '../thread/comment-form.ts';

/** The frame of the pages about one's own data: the other language at the same place. */
export function personalPage(content: {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly title: string;
  readonly main: Html;
  /** What follows `/comments/<locale>`; null where a page cannot be asked for again. */
  readonly place: string | null;
}): Html {
  const { place, main, ...same } = content;
  const other = otherLocale(same.locale);
  const nav =
    place === null
      ? ''
      : html`<nav class="personal-nav">
          <a href="/comments/${other}${place}" hreflang="${other}" lang="${other}"
            >${LOCALE_NAMES[other]}</a
          >
        </nav>`;
  return page({ ...same, nav, main: html`<div class="personal">${main}</div>` });
}
