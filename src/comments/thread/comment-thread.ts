import { keepReceipt } from '../../learner/receipts.ts';
import { keepDraft } from './draft-keeper.ts';
import { clearAnswer, showErrors, showPreview } from './form-view.ts';
import { refreshList, refreshMine, showMine } from './list-view.ts';
import { inside } from './part.ts';
import { post, type PostAnswer } from './thread-client.ts';

/**
 * `<comment-thread>`: what the page and its plain form do already, without leaving the page.
 *
 * Lifecycle: the draft is restored; the service is asked for what was approved since the build
 * and for the reader's own comments that wait; a submission is previewed or sent in place. While
 * the service is away the page says so, and the draft stays until the service has taken it.
 */
class CommentThread extends HTMLElement {
  #awake = false;

  connectedCallback(): void {
    const service = this.dataset['service'];
    if (this.#awake || service === undefined) return;
    this.#awake = true;
    const form = this.querySelector('form');
    if (form) this.#wakeForm(form);
    refreshList(this, service)
      .then(() => refreshMine(this, service))
      .catch(() => {
        this.#say(this.dataset['awayReading']);
      });
  }

  #wakeForm(form: HTMLFormElement): void {
    const tutorial = this.dataset['tutorial'] ?? '';
    const forgetDraft = keepDraft(form, tutorial);
    let busy = false;
    // The service words the errors, the same with and without JavaScript.
    form.noValidate = true;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      if (busy) return;
      busy = true;
      this.#say(this.dataset['busy']);
      clearAnswer(this);
      post(form.action, new FormData(form, event.submitter))
        .then((answer) => {
          this.#say('');
          if (answer.kind === 'sent') {
            keepReceipt(tutorial, answer.receipt);
            forgetDraft();
            inside<HTMLTextAreaElement>(form, 'textarea').value = '';
          }
          this.#show(answer);
        })
        .catch(() => {
          this.#say(this.dataset['awaySending']);
        })
        .finally(() => {
          busy = false;
        });
    });
  }

  #show(answer: PostAnswer): void {
    if (answer.kind === 'preview') showPreview(this, answer);
    else if (answer.kind === 'sent') {
      showMine(this, answer.comment);
      this.#say(this.dataset['thanks'], true);
    } else if (answer.errors) showErrors(this, answer.detail, answer.errors);
    else this.#say(answer.detail);
  }

  #say(text = '', good = false): void {
    const notice = inside(this, '.comment-notice');
    notice.classList.toggle('comment-notice-good', good);
    notice.textContent = text;
  }
}

customElements.define('comment-thread', CommentThread);
