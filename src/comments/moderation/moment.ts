import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import type { Html } from '../thread/comment-form.ts';
import { formatInstant } from './format-instant.ts';

/** An instant in words; the browser's part adds how long ago that is. */
export function moment(instant: number, locale: Locale): Html {
  return html`<time datetime="${new Date(instant).toISOString()}" data-ago
    >${formatInstant(instant, locale)}</time
  >`;
}
