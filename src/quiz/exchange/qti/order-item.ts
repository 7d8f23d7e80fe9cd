import { scrambled } from '../../grading/shuffle.ts';
import type { QuestionOf } from '../../schema.ts';
import { reasonList } from '../content.ts';
import { xml } from '../xml/xml.ts';
import type { QtiMaker } from './qti-body.ts';
import { base, firstOf, named, response, set, variable } from './qti-elements.ts';

/**
 * Items to put in order. QTI has no pairs to count: each item in its very place earns its share.
 */
export const orderItem: QtiMaker<QuestionOf<'order'>> = ({ id, prompt, items }, { say }) => {
  const right = items.map((item) => named(item.id));
  // Where nothing is shuffled, the file itself must not give the order away.
  const shown = scrambled(
    items.map((item) => item.id),
    id,
  ).flatMap((each) => items.find((item) => item.id === each) ?? []);
  return {
    bodies: [
      {
        part: '',
        responses: [
          response('RESPONSE', { cardinality: 'ordered', baseType: 'identifier' }, right),
        ],
        outcomes: [],
        body: [
          xml(
            'orderInteraction',
            { responseIdentifier: 'RESPONSE', shuffle: true },
            xml('prompt', {}, say(prompt)),
            shown.map((item) =>
              xml('simpleChoice', { identifier: named(item.id) }, say(item.text)),
            ),
          ),
        ],
        processing: right.flatMap((value, index) =>
          firstOf([
            {
              when: xml(
                'match',
                {},
                xml('index', { n: index + 1 }, variable('RESPONSE')),
                base('identifier', value),
              ),
              then: [
                set('SCORE', xml('sum', {}, variable('SCORE'), base('float', 1 / items.length))),
              ],
            },
          ]),
        ),
        said: [],
        after: [reasonList(items, say, true)],
      },
    ],
    losses: ['explanations-gathered', 'partial-credit'],
  };
};
