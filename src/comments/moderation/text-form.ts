import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { PolicyResult } from '../policy/index.ts';
import type { Html } from '../thread/comment-form.ts';
import { removalList } from '../thread/removal-list.ts';

/** A form in which a moderator writes a comment's text: with its preview, and what would be taken out. */
export function textForm(form: {
  readonly locale: Locale;
  readonly action: string;
  readonly token: string;
  /** The version that is changed or answered. */
  readonly seen: string;
  readonly label: string;
  readonly submit: string;
  readonly text: string;
  /** The language that the text is in. */
  readonly written: Locale;
  readonly preview: PolicyResult | null;
  readonly error: string | null;
  readonly cancel: string;
}): Html {
  const { locale, text, preview, error, written } = form;
  const t = useTranslations(locale);
  return html`${
      preview !== null &&
      html`<section class="queue-preview" tabindex="-1" aria-labelledby="shown" role="status">
        <h2 id="shown">${t('moderation:edit.shown')}</h2>
        <div class="comment-body" lang="${written}" dir="auto">${raw(preview.html)}</div>
        ${
          preview.removed.length > 0 &&
          html`<div class="queue-removed">
            <h3>${t('moderation:item.removed')}</h3>
            ${removalList(preview.removed, locale)}
          </div>`
        }
      </section>`
    }
    <form class="moderation-text" method="post" action="${form.action}">
      <input type="hidden" name="token" value="${form.token}" />
      <input type="hidden" name="seen" value="${form.seen}" />
      <div class="comment-field">
        <label for="text">${form.label}</label>
        <textarea
          id="text"
          name="text"
          rows="12"
          lang="${written}"
          dir="auto"
          required
          ${error !== null && html`aria-invalid="true" aria-describedby="text-error" autofocus`}
        >
${text}</textarea>
        ${error !== null && html`<p class="comment-error" id="text-error">${error}</p>`}
      </div>
      <div class="queue-actions">
        <button class="button button-quiet" name="intent" value="preview">
          ${t('moderation:edit.preview')}
        </button>
        <button class="button" name="intent" value="save">${form.submit}</button>
        <a class="queue-more" href="${form.cancel}">${t('moderation:edit.cancel')}</a>
      </div>
    </form>`;
}
