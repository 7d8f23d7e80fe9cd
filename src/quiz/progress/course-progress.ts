import { counts, type Counts } from '../../learner/counts.ts';
import { readRecord } from '../../learner/learner-store.ts';
import { RecordElement } from '../../learner/record-element.ts';
import { fillIn } from '../../lib/fill-in.ts';

/**
 * `<course-progress>`: says of each objective, each tutorial and the course what the reader's
 * answers show, in words and by one plate a question.
 */
export class CourseProgress extends RecordElement {
  protected override show(): void {
    const record = readRecord();
    const now = Date.now();
    const sums = [...this.querySelectorAll<HTMLElement>('[data-tutorial]')].map((tutorial) => {
      const { tutorial: id = '' } = tutorial.dataset;
      const parts = [...tutorial.querySelectorAll<HTMLElement>('[data-questions]')].map((part) => {
        const questions = (part.dataset['questions'] ?? '').split(' ').filter(Boolean);
        const counted = counts(record, id, questions, now);
        part.querySelectorAll<HTMLElement>('.progress-plate').forEach((plate, index) => {
          plate.dataset['state'] = counted.states[index] ?? 'blank';
        });
        this.#say(part, '.progress-words', counted);
        return counted;
      });
      const sum = total(parts);
      this.#say(tutorial, ':scope > .progress-words', sum);
      return sum;
    });
    const { answered, right, due, total: all } = total(sums);
    const said = this.querySelector('.progress-total');
    const { total: words, none = '' } = this.dataset;
    if (said)
      said.textContent = answered > 0 ? fillIn(words, { answered, right, due, total: all }) : none;
  }

  #say(part: HTMLElement, selector: string, { answered, right, due, total }: Counts): void {
    const place = part.querySelector(selector);
    if (!place) return;
    const { words, untouched, due: dueWords } = this.dataset;
    const said = fillIn(answered > 0 || due > 0 ? words : untouched, { right, total });
    place.textContent = due > 0 ? `${said} · ${fillIn(dueWords, { due })}` : said;
  }
}

function total(parts: readonly Counts[]): Counts {
  const sum = (name: Exclude<keyof Counts, 'states'>) =>
    parts.reduce((all, part) => all + part[name], 0);
  return {
    states: [],
    answered: sum('answered'),
    right: sum('right'),
    due: sum('due'),
    total: sum('total'),
  };
}
