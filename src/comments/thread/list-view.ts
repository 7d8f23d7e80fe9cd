import { articleView } from './article-view.ts';
import { inside, make } from './part.ts';
import { readThread, type SentComment } from './thread-client.ts';

/**
 * Brings the list up to what the service has approved by now: adds what is new, takes away what
 * was withdrawn, writes anew what was changed, leaves alone what stands. Rejects when the service
 * is away.
 */
export async function refreshList(thread: HTMLElement, service: string): Promise<void> {
  const { comments, closed = false } = await readThread(service, thread.dataset['tutorial'] ?? '');
  thread.toggleAttribute('data-closed', closed);
  inside(thread, '.comments-closed').hidden = !closed;
  const list = inside(thread, '.comment-list');
  const wanted = new Map(comments.map((comment) => [`comment-${comment.id}`, comment]));
  for (const article of list.querySelectorAll('article')) {
    const comment = wanted.get(article.id);
    if (!comment) article.parentElement?.remove();
    else if (
      (article.dataset['changed'] ?? '') !== String(comment.erasedAt ?? comment.editedAt ?? '')
    )
      article.replaceWith(viewIn(thread, comment, wanted));
  }
  const lastOf = new Map<Element, Element>();
  for (const comment of comments) {
    const place = placeOf(list, comment.under);
    const item = itemOf(list, comment.id) ?? make('li', '', viewIn(thread, comment, wanted));
    const last = lastOf.get(place);
    const next = last ? last.nextElementSibling : place.firstElementChild;
    if (next !== item) place.insertBefore(item, next);
    lastOf.set(place, item);
  }
  inside(thread, '.comments-empty').hidden = comments.length > 0;
}

/** The list that a comment stands in: the whole one, or that of the replies under another. */
export function placeOf(list: HTMLElement, under: string | null): HTMLElement {
  const first = under === null ? null : itemOf(list, under);
  if (!first) return list;
  const known = first.querySelector('ol');
  if (known) return known;
  const replies = make('ol', 'comment-replies');
  first.append(replies);
  return replies;
}

/** The item of a comment that is shown. */
export function itemOf(list: HTMLElement, id: string): Element | null {
  return list.querySelector(`#comment-${id}`)?.parentElement ?? null;
}

function viewIn(
  thread: HTMLElement,
  comment: SentComment,
  all: ReadonlyMap<string, SentComment>,
): HTMLElement {
  const { parent, under } = comment;
  const to = parent === under || under === null ? undefined : all.get(`comment-${parent ?? ''}`);
  return articleView(thread, comment, to);
}
