import { onRecordChange } from '../learner/learner-store.ts';
import { questionForm } from './question-form.ts';
import { quizSummary } from './quiz-summary.ts';

/** `<quiz-form>`: checks, explains and remembers what the page's own forms ask. */
class QuizForm extends HTMLElement {
  #stop: (() => void) | undefined;
  #restore: (() => void) | undefined;

  connectedCallback(): void {
    this.#restore ??= this.#wake();
    this.#stop = onRecordChange(this.#restore);
    this.#restore();
  }

  disconnectedCallback(): void {
    this.#stop?.();
  }

  #wake(): () => void {
    const restore = (): void => {
      for (const question of questions) question.restore();
      draw();
    };
    const draw = quizSummary(this, restore);
    const questions = [...this.querySelectorAll('form')].map((form) =>
      questionForm(form, this.dataset['quiz'] ?? '', this.dataset, draw),
    );
    queueMicrotask(() => {
      // Only now: what a reload brought back is on the page and nobody wants it read out.
      for (const status of this.querySelectorAll('.question-status')) {
        status.setAttribute('role', 'status');
      }
    });
    return restore;
  }
}

customElements.define('quiz-form', QuizForm);
