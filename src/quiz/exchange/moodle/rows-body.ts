import { paragraph } from '../content.ts';
import type { QuestionOf } from '../../schema.ts';
import { plainAnswer } from './moodle-elements.ts';
import type { BodyMaker } from './moodle-body.ts';

/**
 * A true-or-false question a row: each is judged by itself, and explained whatever was answered,
 * which no other type of Moodle's own does.
 */
export const rowsBody: BodyMaker<QuestionOf<'rows'>> = ({ prompt, rows, hints }, { say }) => ({
  bodies: rows.map(({ id, answer, text, why }) => ({
    part: id,
    type: 'truefalse',
    name: text,
    text: [paragraph(say(prompt)), paragraph(say(text))],
    grade: 1 / rows.length,
    own: [true, false].map((said) =>
      plainAnswer(said === answer ? 100 : 0, String(said), [paragraph(say(why))]),
    ),
    after: [],
    hints: [],
  })),
  // A second try at true or false is no try: Moodle shows no hints here.
  losses: ['rows-apart', ...(hints.length > 0 ? (['hints'] as const) : [])],
});
