import type { Desk } from './composer.ts';
import { showPreview } from './form-view.ts';
import { inside } from './part.ts';
import { post } from './thread-client.ts';

/** A pause in typing after which the service is asked what would be published. */
const PAUSE_MS = 500;

/**
 * Shows below the form, as one types, what the service's policy makes of the comment. The address
 * is not sent along. What is wrong, and a service that is away, are told when something is sent.
 */
export function previewAsTyped({ thread }: Desk, form: HTMLFormElement): { stop(): void } {
  const textarea = inside<HTMLTextAreaElement>(form, 'textarea');
  let timer = 0;
  /** Only the last answer counts. */
  let asked = 0;
  const stop = (): void => {
    clearTimeout(timer);
    asked += 1;
  };
  textarea.addEventListener('input', () => {
    stop();
    if (textarea.value.trim() === '') thread.querySelector('.comment-preview')?.remove();
    else timer = window.setTimeout(ask, PAUSE_MS);
  });
  return { stop };

  function ask(): void {
    const mine = asked;
    const fields = new FormData(form);
    fields.set('intent', 'preview');
    fields.delete('email');
    post(form.action, fields).then(
      (answer) => {
        if (mine === asked && answer.kind === 'preview') showPreview(thread, answer);
      },
      () => undefined,
    );
  }
}
