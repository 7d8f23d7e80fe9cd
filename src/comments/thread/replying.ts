import type { Desk } from './composer.ts';
import { inside, make } from './part.ts';

/** The form's ways to and from the comment that it answers. */
export interface Replying {
  begin(link: HTMLAnchorElement): void;
  /** Takes up the reply of a draft. */
  resume(): void;
  /** Brings the form back where it was; whether it was elsewhere. */
  end(): boolean;
}

/**
 * The one form stands under the comment that it answers, in the page's order and in that of the
 * Tab key, with what is answered in sight; a button keeps its place, and brings it back.
 */
export function replying({ thread, texts }: Desk, form: HTMLFormElement): Replying {
  const box = inside(thread, '.composer');
  const heading = inside(box, '.comment-form-heading');
  const parent = inside<HTMLInputElement>(form, '[name=parent]');
  const own = heading.textContent;
  const home = make('button', 'button button-quiet', own);
  const cancel = make('button', 'button button-quiet', texts.cancel);
  home.type = cancel.type = 'button';
  let link: HTMLAnchorElement | undefined;

  home.addEventListener('click', () => {
    end();
    textarea().focus();
  });
  cancel.addEventListener('click', () => {
    const back = link;
    end();
    back?.focus();
  });
  return { begin, end, resume };

  function begin(from: HTMLAnchorElement): void {
    place(from);
    textarea().focus();
  }

  function resume(): void {
    if (parent.value === '') return;
    const answered = thread.querySelector<HTMLAnchorElement>(
      `#comment-${CSS.escape(parent.value)} .comment-reply`,
    );
    if (answered) place(answered);
    else parent.value = '';
  }

  function place(from: HTMLAnchorElement): void {
    end();
    link = from;
    const article = from.closest('article');
    parent.value = article?.id.slice('comment-'.length) ?? '';
    heading.textContent = texts.replyTo.replace(
      '{name}',
      article?.querySelector('.comment-author')?.textContent ?? '',
    );
    box.replaceWith(home);
    article?.after(box);
    inside(form, '.comment-form-buttons').append(cancel);
    form.dispatchEvent(new Event('input'));
  }

  function end(): boolean {
    if (!link) return false;
    link = undefined;
    parent.value = '';
    heading.textContent = own;
    cancel.remove();
    home.replaceWith(box);
    form.dispatchEvent(new Event('input'));
    return true;
  }

  function textarea(): HTMLTextAreaElement {
    return inside(form, 'textarea');
  }
}
