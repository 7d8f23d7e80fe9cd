import { dropReceipt, readReceipts } from '../../learner/receipts.ts';
import { articleView, waitingView } from './article-view.ts';
import { inside } from './part.ts';
import { readReceipt, readThread, type SentComment } from './thread-client.ts';

/**
 * Brings the list up to what the service has approved by now: adds what is new, takes away what
 * was withdrawn, leaves alone what stands. Rejects when the service is away.
 */
export async function refreshList(thread: HTMLElement, service: string): Promise<void> {
  const comments = await readThread(service, thread.dataset['tutorial'] ?? '');
  const list = inside(thread, '.comment-list');
  const wanted = new Set(comments.map(({ id }) => `comment-${id}`));
  for (const article of list.querySelectorAll('article'))
    if (!wanted.has(article.id)) article.parentElement?.remove();
  let after: Element | null = null;
  for (const comment of comments) {
    after = standing(list, comment) ?? insertAfter(list, after, articleView(thread, comment));
  }
  inside(thread, '.comments-empty').hidden = comments.length > 0;
}

/** Shows one's own comments that wait, and forgets those that were judged. */
export async function refreshMine(thread: HTMLElement, service: string): Promise<void> {
  const tutorial = thread.dataset['tutorial'] ?? '';
  for (const receipt of readReceipts(tutorial)) {
    const answer = await readReceipt(service, receipt);
    if (answer?.state === 'pending') showMine(thread, answer.comment);
    else dropReceipt(tutorial, receipt);
  }
}

/** Puts a comment that waits under the others. */
export function showMine(thread: HTMLElement, comment: SentComment): void {
  const mine = inside(thread, '[data-mine]');
  if (!standing(mine, comment))
    insertAfter(mine, mine.lastElementChild, waitingView(thread, comment));
}

function standing(list: HTMLElement, { id }: SentComment): Element | null {
  return list.querySelector(`#comment-${id}`)?.parentElement ?? null;
}

function insertAfter(list: HTMLElement, after: Element | null, article: HTMLElement): Element {
  const item = document.createElement('li');
  item.append(article);
  if (after) after.after(item);
  else list.prepend(item);
  return item;
}
