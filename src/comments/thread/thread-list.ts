import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { commentArticle, type ShownComment } from './comment-article.ts';
import type { Html } from './comment-form.ts';
import { type InThread, type Placed, threadOrder } from './thread-order.ts';

/** The items of a thread's list: first-level comments, each with the list of its replies in it. */
export function threadList(
  comments: readonly (ShownComment & InThread)[],
  locale: Locale,
  replyAt: string,
): readonly Html[] {
  const order = threadOrder(comments);
  const repliesTo = Map.groupBy(order, ({ under }) => under);
  const article = ({ comment, to }: Placed<ShownComment & InThread>): Html =>
    commentArticle(comment, locale, { to, replyAt });
  const replies = (placed: readonly Placed<ShownComment & InThread>[]): Html =>
    html`<ol class="comment-replies">
      ${placed.map((each) => html`<li>${article(each)}</li>`)}
    </ol>`;
  return (repliesTo.get(null) ?? []).map((first) => {
    const below = repliesTo.get(first.comment.id);
    return html`<li>${article(first)}${below && replies(below)}</li>`;
  });
}
