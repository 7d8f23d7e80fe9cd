import { askedProgress } from '../../learner/asked-progress.ts';
import { RecordElement } from '../../learner/record-element.ts';

/**
 * `<lesson-plate tutorial questions>`: fills as the quiz of its lesson is answered, and says so in
 * words to whoever cannot see it. Without it, a plate is a link like any other.
 */
export class LessonPlate extends RecordElement {
  protected override show(): void {
    const { tutorial = '', questions = '', pools = '' } = this.dataset;
    const ids = questions.split(' ').filter(Boolean);
    const { answered, right, total } = askedProgress(tutorial, ids, pools);
    const done = total > 0 && answered === total;
    this.dataset['state'] = done ? 'done' : answered > 0 ? 'begun' : 'new';
    this.style.setProperty('--done', String(total > 0 ? answered / total : 0));
    const words = this.querySelector<HTMLElement>('[data-words]');
    if (!words) return;
    const { words: pattern = '', doneWords = '' } = words.dataset;
    const said = (done ? doneWords : pattern)
      .replace('{right}', String(right))
      .replace('{total}', String(total));
    words.textContent = answered === 0 ? '' : said;
  }
}
