import { html, raw } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import type { Act, Edit } from '../store/moderation-store.ts';
import { COMMENT_STATES } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { actList } from './act-list.ts';
import { blockForms } from './block-forms.ts';
import { decisionButtons } from './decision-buttons.ts';
import type { QueueItem } from './item-details.ts';
import { keyHelp } from './key-help.ts';
import { moderationPage } from './moderation-page.ts';
import { moment } from './moment.ts';
import { noteList } from './note-list.ts';
import { type Done, queueBanner } from './queue-banner.ts';
import { itemBody } from './queue-item.ts';
import { commentPlace, type QueueView, viewPlace, viewQuery } from './queue-view.ts';
import { seenField } from './seen-comments.ts';
import type { SignedIn } from './session.ts';

/** All that the page of one comment shows. */
export interface CommentPageView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly item: QueueItem;
  /** The queue that it was opened from. */
  readonly view: QueueView;
  readonly beside: { readonly previous: string | null; readonly next: string | null };
  readonly edits: readonly Edit[];
  readonly acts: readonly Act[];
  readonly names: ReadonlyMap<string, string>;
  readonly done: Done;
  /** A note that could not be kept, and why. */
  readonly note?: { readonly text: string; readonly error: string };
}

/** One comment with everything: what to decide, its notes, its earlier versions, what was done. */
export function commentPage(service: Service, page: CommentPageView): Html {
  const { locale, by, item, view, done } = page;
  const { comment } = item;
  const t = useTranslations(locale);
  const place = commentPlace(comment.id, view);
  const title = t('moderation:item.title', { name: comment.name || '–' });
  const main = html`${around(page)} ${queueBanner(done, { locale, by, back: place })}
  ${
    comment.erasedAt === null
      ? whole(service, page, { title, place })
      : html`<h1>${title}</h1>
          <p class="lede">${t('moderation:item.withdrawn')}</p>`
  }
  ${actsDone(page)}`;
  return moderationPage({
    settings: service.settings,
    locale,
    title,
    main,
    by,
    place,
    script: '/comments/assets/moderation-queue.js',
  });
}

/** Back to the list, and to the comments before and after in it. */
function around({ locale, view, beside }: CommentPageView): Html {
  const t = useTranslations(locale);
  const href = (id: string) => `/moderation/${locale}${commentPlace(id, view)}`;
  const { previous, next } = beside;
  return html`<nav class="comment-around" aria-label="${t('moderation:item.around')}">
    <a href="/moderation/${locale}${viewPlace(view)}">${t('moderation:item.back')}</a>
    ${previous !== null && html`<a href="${href(previous)}" rel="prev">${t('moderation:item.previous')}</a>`}
    ${next !== null && html`<a href="${href(next)}" rel="next">${t('moderation:item.next')}</a>`}
  </nav>`;
}

function whole(
  service: Service,
  { locale, by, item, view, edits, names, note }: CommentPageView,
  { title, place }: { title: string; place: string },
): Html {
  const t = useTranslations(locale);
  const { comment } = item;
  const at = (what: string) =>
    `/moderation/${locale}/comments/${comment.id}/${what}${viewQuery(view, { tab: view.tab })}`;
  return html`<article class="queue-item queue-alone" tabindex="-1" aria-labelledby="title">
      <h1 id="title"><bdi>${title}</bdi></h1>
      ${comment.moderator && html`<p class="queue-badge">${t('moderation:item.byModerator')}</p>`}
      ${itemBody(service, { item, locale, withState: true, level: 2 })}
      <form class="queue-actions" method="post" action="/moderation/${locale}/decisions">
        <input type="hidden" name="token" value="${by.formToken}" />
        <input type="hidden" name="back" value="${place}" />
        <input type="hidden" name="seen" value="${seenField(comment)}" />
        ${decisionButtons(comment, locale, [...COMMENT_STATES.slice(1), 'pending'])}
        <a class="button button-quiet" href="${at('edit')}" data-edit
          >${t('moderation:item.edit')}</a
        >
        ${
          comment.state === 'approved' &&
          html`<a class="button button-quiet" href="${at('reply')}" data-reply
            >${t('moderation:item.reply')}</a
          >`
        }
      </form>
      ${blockForms({ locale, by, comment, place })}
    </article>
    ${keyHelp(locale)} ${noteList({ locale, by, item, view, names, note })}
    ${edits.length > 0 && earlier({ locale, edits, names, written: comment.locale })}`;
}

/** What the comment said before each change, the latest first. */
function earlier(history: {
  locale: Locale;
  edits: readonly Edit[];
  names: ReadonlyMap<string, string>;
  written: Locale;
}): Html {
  const { locale, edits, names, written } = history;
  const t = useTranslations(locale);
  return html`<section class="comment-part" id="edits">
    <h2>${t('moderation:item.edits')}</h2>
    <ol class="queue-list" reversed>
      ${edits.toReversed().map(
        ({ at, moderator, raw: before, html: shown }) =>
          html`<li class="comment-edit">
            <p>
              ${
                moderator === null
                  ? t('moderation:item.editAuthor')
                  : t('moderation:item.editModerator', {
                      moderator: names.get(moderator) ?? t('moderation:journal.gone'),
                    })
              }
              ${moment(at, locale)}
            </p>
            <div class="queue-sides">
              <div class="comment-body" lang="${written}" dir="auto">${raw(shown)}</div>
              <pre class="queue-raw" lang="${written}" dir="auto" tabindex="0">${before}</pre>
            </div>
          </li>`,
      )}
    </ol>
  </section>`;
}

function actsDone({ locale, by, item, view, acts, names }: CommentPageView): Html | string {
  if (acts.length === 0) return '';
  const t = useTranslations(locale);
  const { id, name } = item.comment;
  return html`<section class="comment-part" id="acts">
    <h2>${t('moderation:item.journal')}</h2>
    ${actList({ locale, by, acts, names, back: commentPlace(id, view), authors: new Map([[id, name]]), tutorials: new Map(), alone: true })}
    <p>
      <a href="/moderation/${locale}/journal?comment=${id}">${t('moderation:item.journalMore')}</a>
    </p>
  </section>`;
}
