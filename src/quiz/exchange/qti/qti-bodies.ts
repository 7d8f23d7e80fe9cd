import type { Question, QuestionOf, QuestionType } from '../../schema.ts';
import { choiceItem } from './choice-item.ts';
import { matchItem } from './match-item.ts';
import { orderItem } from './order-item.ts';
import type { QtiBodies, QtiFile, QtiMaker } from './qti-body.ts';
import { rowsItem } from './rows-item.ts';
import { traceItem } from './trace-item.ts';
import { numberItem, textItem } from './typed-item.ts';

const MAKERS: { readonly [Type in QuestionType]: QtiMaker<QuestionOf<Type>> } = {
  choice: choiceItem,
  multiple: choiceItem,
  hotspot: choiceItem,
  rows: rowsItem,
  order: orderItem,
  match: matchItem,
  text: textItem,
  number: numberItem,
  trace: traceItem,
};

/** What a question of ours is in QTI, in one language. */
export function qtiBodies(question: Question, file: QtiFile): QtiBodies {
  return MAKERS[question.type](question as never, file);
}
