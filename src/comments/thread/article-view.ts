import { buildNodes } from '../policy/build-nodes.ts';
import { formatDate } from './format-date.ts';
import { inside, part } from './part.ts';
import type { SentComment } from './thread-client.ts';

/** Keep in step with `WEBSITE_REL` of `comment-article.ts`, which the browser does not load. */
const WEBSITE_REL = 'nofollow ugc noopener';

/** A comment as `commentArticle` writes it, built node by node from the page's own template. */
export function articleView(thread: HTMLElement, comment: SentComment): HTMLElement {
  const article = part(thread, 'comment');
  const locale = document.documentElement.lang === 'en' ? 'en' : 'fr';
  article.id = `comment-${comment.id}`;
  inside(article, '.comment-author').replaceChildren(author(comment));
  inside(article, '.comment-date').setAttribute('href', `#${article.id}`);
  const time = inside(article, 'time');
  time.setAttribute('datetime', new Date(comment.createdAt).toISOString());
  time.textContent = formatDate(comment.createdAt, locale);
  if (comment.locale === locale) article.querySelector('.comment-language')?.remove();
  const body = inside(article, '.comment-body');
  body.lang = comment.locale;
  body.replaceChildren(buildNodes(document, comment.tree));
  return article;
}

/** One's own comment while it waits, marked as such. */
export function waitingView(thread: HTMLElement, comment: SentComment): HTMLElement {
  const article = articleView(thread, comment);
  article.classList.add('comment-waiting');
  const label = document.createElement('span');
  label.className = 'comment-label';
  label.textContent = thread.dataset['waiting'] ?? '';
  inside(article, '.comment-header').append(label);
  const note = document.createElement('p');
  note.className = 'comment-note';
  note.textContent = thread.dataset['waitingNote'] ?? '';
  article.append(note);
  return article;
}

function author({ name, website }: SentComment): Node {
  // Nothing but the web: the service promises it, the page holds it.
  if (!website || !/^https?:\/\//i.test(website)) return document.createTextNode(name);
  const link = document.createElement('a');
  link.href = website;
  link.rel = WEBSITE_REL;
  link.textContent = name;
  return link;
}
