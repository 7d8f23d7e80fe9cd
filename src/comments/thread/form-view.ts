import { articleView } from './article-view.ts';
import { inside, make, part } from './part.ts';
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

/** Shows the preview under the form, in the place of an earlier one. */
export function showPreview(thread: HTMLElement, { comment, removed }: Preview): HTMLElement {
  const section = part(thread, 'preview');
  inside(section, '[data-slot="article"]').append(articleView(thread, comment));
  const list = make('ul', 'comment-removals');
  list.append(
    ...removed.map(({ markup, count, reason }) =>
      make('li', '', make('code', '', markup), count > 1 ? ` ×\u00A0${count} ` : ' ', reason),
    ),
  );
  const slot = inside(section, '[data-slot="removed"]');
  slot.hidden = removed.length === 0;
  slot.append(list);
  thread.querySelector('.comment-preview')?.remove();
  inside(thread, 'form').after(section);
  return section;
}

/** Shows each error at its field and all of them in a summary, which takes the focus. */
export function showErrors(thread: HTMLElement, title: string, errors: Errors): void {
  const summary = part(thread, 'summary');
  inside(summary, '.comment-summary-title').textContent = title;
  for (const { field, message } of errors) {
    const id = `comment-${field}`;
    const input = inside(thread, `#${id}`);
    const error = make('p', 'comment-error', message);
    error.id = `${id}-error`;
    input.after(error);
    input.setAttribute('aria-invalid', 'true');
    describe(input, (ids) => [error.id, ...ids]);
    const link = make('a', '', message);
    link.href = `#${id}`;
    inside(summary, 'ul').append(make('li', '', link));
  }
  inside(thread, 'form').before(summary);
  summary.focus();
}

function describe(field: Element, edit: (ids: string[]) => string[]): void {
  const ids = edit((field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean));
  if (ids.length) field.setAttribute('aria-describedby', ids.join(' '));
  else field.removeAttribute('aria-describedby');
}
