import { articleView } from './article-view.ts';
import { inside, part } from './part.ts';
import type { PostAnswer } from './thread-client.ts';

type Preview = Extract<PostAnswer, { kind: 'preview' }>;
type Errors = NonNullable<Extract<PostAnswer, { kind: 'refused' }>['errors']>;

/** Takes away the errors and the preview of the last answer. */
export function clearAnswer(thread: HTMLElement): void {
  for (const shown of thread.querySelectorAll('.comment-summary, .comment-preview, .comment-error'))
    shown.remove();
  for (const field of thread.querySelectorAll('[aria-invalid]')) {
    field.removeAttribute('aria-invalid');
    describe(field, (ids) => ids.filter((id) => !id.endsWith('-error')));
  }
}

/** Shows the preview above the form, and takes the reader there. */
export function showPreview(thread: HTMLElement, { comment, removed }: Preview): void {
  const section = part(thread, 'preview');
  inside(section, '[data-slot="article"]').append(articleView(thread, comment));
  const list = document.createElement('ul');
  list.className = 'comment-removals';
  list.append(
    ...removed.map(({ markup, count, reason }) => {
      const item = document.createElement('li');
      const code = document.createElement('code');
      code.textContent = markup;
      item.append(code, count > 1 ? ` ×\u00A0${count} ` : ' ', reason);
      return item;
    }),
  );
  const slot = inside(section, '[data-slot="removed"]');
  slot.hidden = removed.length === 0;
  slot.append(list);
  inside(thread, 'form').before(section);
  section.focus();
}

/** Shows each error at its field and all of them in a summary, which takes the focus. */
export function showErrors(thread: HTMLElement, title: string, errors: Errors): void {
  const summary = part(thread, 'summary');
  inside(summary, '.comment-summary-title').textContent = title;
  for (const { field, message } of errors) {
    const id = `comment-${field}`;
    const input = inside(thread, `#${id}`);
    const error = document.createElement('p');
    error.className = 'comment-error';
    error.id = `${id}-error`;
    error.textContent = message;
    input.after(error);
    input.setAttribute('aria-invalid', 'true');
    describe(input, (ids) => [error.id, ...ids]);
    const link = document.createElement('a');
    link.href = `#${id}`;
    link.textContent = message;
    const item = document.createElement('li');
    item.append(link);
    inside(summary, 'ul').append(item);
  }
  inside(thread, 'form').before(summary);
  summary.focus();
}

function describe(field: Element, edit: (ids: string[]) => string[]): void {
  const ids = edit((field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}
