import { dropReceipt, readReceipts } from '../../learner/receipts.ts';
import { articleView } from './article-view.ts';
import type { Desk } from './composer.ts';
import { itemOf, placeOf } from './list-view.ts';
import { inside, make } from './part.ts';
import { type OwnComment, readReceipt } from './thread-client.ts';

/** The reader's own comments: those that wait, and those that may still be changed. */
export interface OwnComments {
  /** Asks the service what became of each, and forgets those that are settled. */
  refresh(): Promise<void>;
  /** Shows one where it stands or will stand, with the way to change it. */
  add(receipt: string, own: OwnComment): HTMLElement;
}

export function ownComments({ thread, service, tutorial, texts }: Desk): OwnComments {
  return { refresh, add };

  async function refresh(): Promise<void> {
    for (const receipt of readReceipts(tutorial)) {
      const own = await readReceipt(service, receipt).catch(() => undefined);
      if (own && own.raw !== null) add(receipt, own);
      else if (own !== undefined) dropReceipt(tutorial, receipt);
    }
  }

  function add(receipt: string, { comment, state }: OwnComment): HTMLElement {
    const waits = state === 'pending';
    const list = inside(thread, waits && !comment.parent ? '[data-mine]' : '.comment-list');
    const item = itemOf(thread, comment.id) ?? make('li', '');
    const shown = item.querySelector('article');
    const article = shown && !waits ? shown : articleView(thread, comment);
    article.tabIndex = -1;
    if (waits) {
      article.classList.add('comment-waiting');
      inside(article, '.comment-reply').remove();
      inside(article, '.comment-who').append(make('span', 'comment-label', texts.waiting));
      article.append(make('p', 'comment-note', texts.waitingNote));
    }
    const change = make('a', 'comment-own', texts.change);
    article.querySelector('.comment-own')?.remove();
    change.href = `${service}/comments/receipts/${receipt}`;
    article.append(change);
    shown?.remove();
    item.prepend(article);
    if (!item.isConnected) placeOf(list, firstAbove(comment.parent)).append(item);
    return article;
  }

  /** The first-level comment under which a reply to `parent` stands. */
  function firstAbove(parent: string | null): string | null {
    const item = parent === null ? null : itemOf(thread, parent);
    const first = item?.parentElement?.closest('li') ?? item;
    return first?.querySelector('article')?.id.slice('comment-'.length) ?? null;
  }
}
