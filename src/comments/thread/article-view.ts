import { buildNodes } from '../policy/build-nodes.ts';
import { avatarPlates } from './avatar-plates.ts';
import { freshenDates } from './freshen-dates.ts';
import { inside, make, pageLocale, part } from './part.ts';
import type { SentComment } from './thread-client.ts';

/**
 * A comment as `commentArticle` writes it, built node by node from the page's own template, which
 * holds every part that one can have. `to` is the reply that it answers, where it says so.
 */
export function articleView(
  thread: HTMLElement,
  comment: SentComment,
  to?: SentComment | undefined,
): HTMLElement {
  const { id, locale, name, website, editedAt, erasedAt } = comment;
  const article = erasedAt
    ? make('article', 'comment comment-gone', thread.dataset['gone'] ?? '')
    : part(thread, 'comment');
  article.id = `comment-${id}`;
  article.dataset['changed'] = String(erasedAt ?? editedAt ?? '');
  if (erasedAt) return article;
  draw(inside(article, '.comment-avatar'), comment);
  const author = inside(article, '.comment-author');
  // Nothing but the web: the service promises it, the page holds it.
  if (website && /^https?:\/\//i.test(website)) {
    const link = inside<HTMLAnchorElement>(author, 'a');
    link.href = website;
    link.textContent = name;
  } else author.textContent = name;
  const keep = {
    language: locale !== pageLocale(),
    moderator: comment.moderator,
    edited: editedAt,
    to,
  };
  for (const [what, kept] of Object.entries(keep))
    if (!kept) inside(article, `.comment-${what}`).remove();
  if (to) {
    const link = inside<HTMLAnchorElement>(article, '.comment-to');
    link.href = `#comment-${to.id}`;
    link.textContent = to.erasedAt
      ? (thread.dataset['toGone'] ?? '')
      : link.textContent.replace('{name}', to.name);
  }
  inside(article, '.comment-date').setAttribute('href', `#${article.id}`);
  inside<HTMLTimeElement>(article, 'time').dateTime = new Date(comment.createdAt).toISOString();
  freshenDates(article);
  const reply = inside<HTMLAnchorElement>(article, '.comment-reply');
  if (id === 'preview') reply.remove();
  reply.href += id;
  const whom = inside(reply, 'span');
  whom.textContent = whom.textContent.replace('{name}', name);
  const body = inside(article, '.comment-body');
  body.lang = locale;
  body.replaceChildren(buildNodes(document, comment.tree));
  return article;
}

/** The template's picture has a path for each row. */
function draw(box: HTMLElement, { avatar, name }: SentComment): void {
  if (!avatar) box.textContent = [...name.trimStart()][0]?.toUpperCase() ?? '';
  const paths = box.querySelectorAll('path');
  for (const [index, { stroke, d }] of avatarPlates(avatar).entries()) {
    paths[index]?.setAttribute('stroke', stroke);
    paths[index]?.setAttribute('d', d);
  }
}
