import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import type { QueueItem } from './item-details.ts';
import { moment } from './moment.ts';
import { type QueueView, viewQuery } from './queue-view.ts';
import type { SignedIn } from './session.ts';

/** What moderators told each other about a comment, and the form for more. */
export function noteList(part: {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly item: QueueItem;
  readonly view: QueueView;
  readonly names: ReadonlyMap<string, string>;
  readonly note: { readonly text: string; readonly error: string } | undefined;
}): Html {
  const { locale, by, item, view, names, note } = part;
  const t = useTranslations(locale);
  const { id } = item.comment;
  const action = `/moderation/${locale}/comments/${id}/notes${viewQuery(view, { tab: view.tab })}`;
  return html`<section class="comment-part" id="notes">
    <h2>${t('moderation:item.notes')}</h2>
    ${
      item.notes.length > 0 &&
      html`<ol class="queue-list">
        ${item.notes.map(
          ({ moderator, at, text }) =>
            html`<li class="comment-note">
              <p class="comment-hint">
                ${names.get(moderator) ?? t('moderation:journal.gone')} · ${moment(at, locale)}
              </p>
              <p class="comment-note-text" dir="auto">${text}</p>
            </li>`,
        )}
      </ol>`
    }
    <form class="moderation-text" method="post" action="${action}">
      <input type="hidden" name="token" value="${by.formToken}" />
      <div class="comment-field">
        <label for="note">${t('moderation:item.note')}</label>
        <textarea
          id="note"
          name="note"
          rows="3"
          data-note
          required
          aria-describedby="note-hint ${note ? 'note-error' : ''}"
          ${note && html`aria-invalid="true" autofocus`}
        >
${note?.text ?? ''}</textarea>
        ${note && html`<p class="comment-error" id="note-error">${note.error}</p>`}
        <p class="comment-hint" id="note-hint">${t('moderation:item.noteHint')}</p>
      </div>
      <button class="button button-quiet">${t('moderation:item.noteSubmit')}</button>
    </form>
  </section>`;
}
