import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from './comment-form.ts';

/** The preview around what would be published and what was taken out. It takes the focus. */
export function previewFrame(
  locale: Locale,
  content: {
    /** Level of the heading: 2 on a page of its own, 3 under the tutorial. */
    readonly level: 2 | 3;
    readonly article?: Html | string;
    readonly removals?: Html | string;
  },
): Html {
  const { level, article = '', removals = '' } = content;
  const t = useTranslations(locale);
  return html`<section class="comment-preview" aria-labelledby="preview" tabindex="-1" autofocus>
    <h${level} class="comment-preview-heading" id="preview">${t('comments:preview.heading')}</h${level}>
    <p>${t('comments:preview.lead')}</p>
    <div data-slot="article">${article}</div>
    <div data-slot="removed" ${removals === '' ? 'hidden' : ''}>
      <h${level + 1} class="comment-removed-heading">${t('comments:preview.removed')}</h${level + 1}>
      ${removals}
    </div>
  </section>`;
}
