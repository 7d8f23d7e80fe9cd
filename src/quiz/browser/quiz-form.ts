import { onRecordChange } from '../../learner/learner-store.ts';
import { questionForm } from './question-form.ts';
import { quizSummary } from './quiz-summary.ts';

/** `<quiz-form>`: checks, explains and remembers what the page's own forms ask. */
class QuizForm extends HTMLElement {
  #awake = false;

  connectedCallback(): void {
    // Whoever moves it in the page (a reading aid, say) finds it as it was.
    if (this.#awake) return;
    this.#awake = true;
    const { quiz = '' } = this.dataset;
    const draw = quizSummary(this);
    const restore = [...this.querySelectorAll('form')].map((form) =>
      questionForm(form, quiz, this.dataset),
    );
    const show = (): void => {
      for (const question of restore) question();
      draw();
    };
    onRecordChange(show);
    show();
  }
}

customElements.define('quiz-form', QuizForm);
