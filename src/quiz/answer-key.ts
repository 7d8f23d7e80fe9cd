import type { Key } from './grade.ts';
import type { Question, Quiz } from './schema.ts';

/** An option or a row, seen alike: it has an id, a text, a reason and a truth. */
export interface Item {
  readonly id: string;
  readonly text: Question['prompt'];
  readonly why: Question['prompt'];
  readonly right: boolean;
  readonly misconception: string | undefined;
}

/** The options or the rows of a question. */
export function itemsOf(question: Question): readonly Item[] {
  return question.type === 'rows'
    ? question.rows.map(({ answer, ...row }) => toItem(row, answer))
    : question.options.map(({ correct, ...option }) => toItem(option, correct));
}

/** The right answer of a question, as grading wants it. */
export function keyOf(question: Question): Key {
  return Object.fromEntries(itemsOf(question).map(({ id, right }) => [id, right]));
}

/** `id@rev` of every question: what `tutorialProgress` of the learner counts. */
export function questionKeys({ questions }: Quiz): readonly string[] {
  return questions.map(({ id, rev }) => `${id}@${rev}`);
}

function toItem(
  {
    id,
    text,
    why,
    misconception,
  }: Pick<Item, 'id' | 'text' | 'why'> & { misconception?: string | undefined },
  right: boolean,
): Item {
  return { id, text, why, right, misconception };
}
