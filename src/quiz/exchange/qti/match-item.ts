import type { QuestionOf } from '../../schema.ts';
import { reasonList } from '../content.ts';
import { xml } from '../xml/xml.ts';
import type { QtiMaker } from './qti-body.ts';
import { named, response, scoreOf } from './qti-elements.ts';

/** Each item to one target; a target may have several of them, or none. */
export const matchItem: QtiMaker<QuestionOf<'match'>> = (question, { say, quiz }) => {
  const { prompt, items, targets } = question;
  const pairs = items.map(
    ({ id, target }) => `${named(`item.${id}`)} ${named(`target.${target}`)}`,
  );
  const choice = (identifier: string, matchMax: number, text: (typeof items)[number]['text']) =>
    xml('simpleAssociableChoice', { identifier, matchMax }, say(text));
  return {
    bodies: [
      {
        part: '',
        responses: [
          response(
            'RESPONSE',
            { cardinality: 'multiple', baseType: 'directedPair' },
            pairs,
            pairs.map((pair) => [pair, 1 / items.length]),
          ),
        ],
        outcomes: [],
        body: [
          xml(
            'matchInteraction',
            {
              responseIdentifier: 'RESPONSE',
              shuffle: quiz.shuffle,
              maxAssociations: items.length,
            },
            xml('prompt', {}, say(prompt)),
            xml(
              'simpleMatchSet',
              {},
              items.map(({ id, text }) => choice(named(`item.${id}`), 1, text)),
            ),
            xml(
              'simpleMatchSet',
              {},
              targets.map(({ id, text }) => choice(named(`target.${id}`), items.length, text)),
            ),
          ),
        ],
        processing: [scoreOf(['RESPONSE'])],
        said: [],
        after: [reasonList(items, say)],
      },
    ],
    losses: ['explanations-gathered'],
  };
};
