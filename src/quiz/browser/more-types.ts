import type { Behavior } from './behavior.ts';
import sheet from '../page/more-types.css?url&no-inline';
import { numberField } from './number-field.ts';
import { orderList } from './order-list.ts';
import type { QuestionParts } from './question-parts.ts';
import { says } from './says.ts';
import { withPicture } from './with-picture.ts';

/** How the types behave that are not plain options to tick; only pages that have one load this. */
const BEHAVIORS: Readonly<Record<string, (parts: QuestionParts, texts: DOMStringMap) => Behavior>> =
  {
    order: orderList,
    number: numberField,
  };

/** `texts` are the sentences of the quiz, `ticks` how options behave, which a picture goes with. */
export function moreTypes(
  parts: QuestionParts,
  texts: DOMStringMap,
  ticks: (parts: QuestionParts) => Behavior,
): Behavior {
  const { type = '' } = parts.form.dataset;
  return type === 'hotspot'
    ? withPicture(parts, ticks(parts))
    : (BEHAVIORS[type] ?? says)(parts, texts);
}

document.head.append(
  Object.assign(document.createElement('link'), { rel: 'stylesheet', href: sheet }),
);
