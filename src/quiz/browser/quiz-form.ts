import { onRecordChange } from '../../learner/learner-store.ts';
import { questionForm } from './question-form.ts';
import { questionParts } from './question-parts.ts';
import { quizSummary } from './quiz-summary.ts';
import { shuffleAnswers } from './shuffle-answers.ts';
import { ticks } from './ticks.ts';

/** What pages of choices have; whatever else there is wants more. */
const CHOICES = '[data-type=choice], [data-type=multiple]';

/** `<quiz-form>`: checks, explains and remembers what the page's own forms ask. */
class QuizForm extends HTMLElement {
  #awake = false;

  connectedCallback(): void {
    // Whoever moves it in the page (a reading aid, say) finds it as it was.
    if (this.#awake) return;
    this.#awake = true;
    void this.#wake();
  }

  async #wake(): Promise<void> {
    const forms = [...this.querySelectorAll('form')];
    const more = forms.every((form) => form.matches(CHOICES))
      ? undefined
      : (await import('./more-types.ts')).moreTypes;
    const draw = quizSummary(this);
    const restore = forms.map((form) => {
      const parts = questionParts(form);
      shuffleAnswers(parts);
      const behavior =
        more && !form.matches(CHOICES) ? more(parts, this.dataset, ticks) : ticks(parts);
      return questionForm(parts, behavior, this.dataset);
    });
    const show = (): void => {
      for (const question of restore) question();
      draw();
    };
    onRecordChange(show);
    show();
    this.dataset['awake'] = '';
  }
}

customElements.define('quiz-form', QuizForm);
