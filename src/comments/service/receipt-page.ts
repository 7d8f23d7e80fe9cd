import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { StoredComment } from '../store/store.ts';
import { commentArticle } from '../thread/comment-article.ts';
import type { Html } from '../thread/comment-form.ts';
import { backLink } from './compose-page.ts';
import { page } from './page.ts';
import type { Service } from './service.ts';

/** Where an author's comment stands. A moderator's reason (`spam`, `rejected`) is not told. */
export const RECEIPT_STATES = {
  pending: 'pending',
  approved: 'approved',
  rejected: 'declined',
  spam: 'declined',
} as const satisfies Record<StoredComment['state'], string>;

/** What its author sees of a comment, whatever became of it. */
export function receiptPage(
  { settings }: Service,
  { comment, tutorial }: { comment: StoredComment; tutorial: TutorialEntry },
): Html {
  const locale: Locale = comment.locale;
  const t = useTranslations(locale);
  const state = RECEIPT_STATES[comment.state];
  const title = t(`comments:receipt.${state}.title`);
  const main = html`<h1>${title}</h1>
    <p class="lede">${t(`comments:receipt.${state}.lead`)}</p>
    ${commentArticle(comment, locale)} ${backLink(settings, tutorial, locale)}`;
  return page({ settings, locale, title, main });
}
