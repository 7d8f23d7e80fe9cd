import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { PolicyResult } from '../policy/index.ts';
import type { StoredComment } from '../store/store.ts';
import { commentArticle } from '../thread/comment-article.ts';
import { commentField, type FieldError, type Html } from '../thread/comment-form.ts';
import { errorSummary } from '../thread/error-summary.ts';
import { previewFrame } from '../thread/preview-frame.ts';
import { removalList } from '../thread/removal-list.ts';
import { backLink } from './compose-page.ts';
import { mayChange, ownState } from './own-comment.ts';
import { page } from './page.ts';
import type { Service } from './service.ts';

/** A change that its author has begun and not saved. */
export interface ChangeInHand {
  readonly text: string;
  readonly errors?: readonly FieldError[];
  readonly preview?: PolicyResult;
}

interface ReceiptView {
  readonly comment: StoredComment;
  readonly tutorial: TutorialEntry;
  readonly change?: ChangeInHand;
}

/** What its author sees of a comment, whatever became of it, and the ways to change it. */
export function receiptPage({ settings, now }: Service, view: ReceiptView): Html {
  const { comment, tutorial, change } = view;
  const { locale } = comment;
  const t = useTranslations(locale);
  const state = ownState(comment);
  const heading = t(`comments:receipt.${state}.title`);
  const errors = change?.errors ?? [];
  const main = html`<h1>${heading}</h1>
    <p class="lede">${t(`comments:receipt.${state}.lead`)}</p>
    ${errors.length > 0 && errorSummary(errors, locale)}
    ${change?.preview && preview(comment, change.preview)}
    ${state !== 'withdrawn' && commentArticle(comment, locale)}
    ${mayChange(comment, now()) && changeForms(comment, change)}
    ${backLink(settings, tutorial, locale)}`;
  const title = errors.length ? t('comments:errors.pageTitle', { title: heading }) : heading;
  return page({ settings, locale, title, main });
}

/** Both forms post to the page that they stand on, whose address is the proof. */
function changeForms(comment: StoredComment, change: ChangeInHand | undefined): Html {
  const { locale } = comment;
  const t = useTranslations(locale);
  const { text = comment.raw, errors = [] } = change ?? {};
  return html`<p class="comment-note">${note(comment, locale)}</p>
    <details class="comment-change" ${change ? 'open' : ''}>
      <summary>${t('comments:own.edit')}</summary>
      <form class="comment-form" method="post" accept-charset="utf-8">
        ${commentField(locale, text, errors)}
        <div class="comment-form-buttons">
          <button class="button button-quiet" name="intent" value="preview" formnovalidate>
            ${t('comments:form.preview')}
          </button>
          <button class="button" name="intent" value="edit">${t('comments:own.save')}</button>
        </div>
      </form>
    </details>
    <details class="comment-change">
      <summary>${t('comments:own.withdraw')}</summary>
      <form method="post">
        <p>${t('comments:own.withdrawLead')}</p>
        <button class="button" name="intent" value="withdraw">
          ${t('comments:own.withdrawNow')}
        </button>
      </form>
    </details>`;
}

function note({ state }: StoredComment, locale: Locale): string {
  return useTranslations(locale)(`comments:own.${state === 'approved' ? 'published' : 'waiting'}`);
}

function preview(comment: StoredComment, { html: body, removed }: PolicyResult): Html {
  const { locale } = comment;
  return previewFrame(locale, {
    level: 2,
    article: commentArticle({ ...comment, id: 'preview', html: body }, locale),
    removals: removalList(removed, locale),
  });
}
