import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { FieldError, Html } from './comment-form.ts';

/** What is wrong, at the top of the form, each line leading to its field. It takes the focus. */
export function errorSummary(errors: readonly FieldError[], locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<div class="comment-summary" role="alert" tabindex="-1" autofocus>
    <p class="comment-summary-title">${t('comments:errors.summary', { count: errors.length })}</p>
    <ul>
      ${errors.map(
        ({ field, message }) => html`<li><a href="#comment-${field}">${message}</a></li>`,
      )}
    </ul>
  </div>`;
}
