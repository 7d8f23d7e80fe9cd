import type { QuestionOf } from '../../schema.ts';
import { paragraph } from '../content.ts';
import { message } from '../say.ts';
import { xml } from '../xml/xml.ts';
import { explained } from './choice-item.ts';
import type { QtiMaker } from './qti-body.ts';
import { named, response, scoreOf, set, variable } from './qti-elements.ts';

const WORDS = {
  true: message((t) => t('quiz:true')),
  false: message((t) => t('quiz:false')),
} as const;

/** A choice between true and false for each row, explained whichever is taken; rows share the score. */
export const rowsItem: QtiMaker<QuestionOf<'rows'>> = ({ prompt, rows }, { say }) => {
  const asking = rows.map((row) => ({
    ...row,
    asked: `RESPONSE.${row.id}`,
    outcome: `FEEDBACK.${row.id}`,
  }));
  return {
    bodies: [
      {
        part: '',
        responses: asking.map(({ asked, answer }) =>
          response(
            asked,
            { cardinality: 'single', baseType: 'identifier' },
            [named(String(answer))],
            [[named(String(answer)), 1 / rows.length]],
          ),
        ),
        outcomes: asking.map(({ outcome }) => ({ identifier: outcome })),
        body: [
          paragraph(say(prompt)),
          ...asking.map(({ asked, outcome, text, why }) =>
            xml(
              'choiceInteraction',
              { responseIdentifier: asked, shuffle: false, maxChoices: 1 },
              xml('prompt', {}, say(text)),
              (['true', 'false'] as const).map((truth) =>
                xml(
                  'simpleChoice',
                  { identifier: named(truth) },
                  explained(say(WORDS[truth]), say(why), outcome, named(truth)),
                ),
              ),
            ),
          ),
        ],
        processing: [
          scoreOf(asking.map(({ asked }) => asked)),
          ...asking.map(({ asked, outcome }) => set(outcome, variable(asked))),
        ],
        said: [],
        after: [],
      },
    ],
    losses: [],
  };
};
