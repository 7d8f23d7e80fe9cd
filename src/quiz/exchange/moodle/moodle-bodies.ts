import type { Question, QuestionOf, QuestionType } from '../../schema.ts';
import { choiceBody } from './choice-body.ts';
import { matchBody } from './match-body.ts';
import type { BodyMaker, MoodleBodies, MoodleFile } from './moodle-body.ts';
import { orderBody } from './order-body.ts';
import { rowsBody } from './rows-body.ts';
import { traceBody } from './trace-body.ts';
import { numberBody, textBody } from './typed-body.ts';

const MAKERS: { readonly [Type in QuestionType]: BodyMaker<QuestionOf<Type>> } = {
  choice: choiceBody,
  multiple: choiceBody,
  hotspot: choiceBody,
  rows: rowsBody,
  order: orderBody,
  match: matchBody,
  text: textBody,
  number: numberBody,
  trace: traceBody,
};

/** What a question of ours is in Moodle. */
export function moodleBodies(question: Question, file: MoodleFile): MoodleBodies {
  return MAKERS[question.type](question as never, file);
}
