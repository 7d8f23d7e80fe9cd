import { absolute } from '../../grading/key-of.ts';
import type { QuestionOf } from '../../schema.ts';
import { paragraph } from '../content.ts';
import { spellings } from '../spellings.ts';
import { xml, type XmlElement } from '../xml/xml.ts';
import type { QtiMaker, Said } from './qti-body.ts';
import { base, field, firstOf, named, response, set, variable } from './qti-elements.ts';

/** An answer that is known, right or not: when it is given, and what is said to it. */
interface KnownAnswer {
  readonly id: string;
  readonly right: boolean;
  readonly when: XmlElement;
  readonly why: readonly XmlElement[];
}

/** A typed text: every right spelling written out, and the known mistakes. */
export const textItem: QtiMaker<QuestionOf<'text'>> = (question, { say, locale }) => {
  const { prompt, answer, accept, exact, why, mistakes, pattern } = question;
  const right = [answer[locale], answer.fr, answer.en, ...accept];
  const known: readonly KnownAnswer[] = [
    { id: 'right', right: true, when: typedOneOf(right, exact), why: [paragraph(say(why))] },
    ...mistakes.map((mistake) => ({
      id: `mistake.${mistake.id}`,
      right: false,
      when: typedOneOf(mistake.accept, exact),
      why: [paragraph(say(mistake.why))],
    })),
  ];
  const width = Math.max(10, ...right.map((text) => text.length));
  return {
    bodies: [
      {
        part: '',
        responses: [response('RESPONSE', STRING, spellings(right, exact).slice(0, 1))],
        body: [paragraph(say(prompt)), field('RESPONSE', width)],
        ...knowing(known),
        after: [],
      },
    ],
    losses: ['typing', ...(pattern === undefined ? [] : (['pattern'] as const))],
  };
};

/** A number with its tolerance, in the unit that stands after the field, and the known mistakes. */
export const numberItem: QtiMaker<QuestionOf<'number'>> = (question, { say }) => {
  const { prompt, answer, tolerance, unit, units, why, mistakes } = question;
  const room = Number(absolute(tolerance, answer).toPrecision(12));
  const known: readonly KnownAnswer[] = [
    { id: 'right', right: true, when: isNumber(answer, room), why: [paragraph(say(why))] },
    ...mistakes.map((mistake) => ({
      id: `mistake.${mistake.id}`,
      right: false,
      when: isNumber(mistake.value, 0),
      why: [paragraph(say(mistake.why))],
    })),
  ];
  return {
    bodies: [
      {
        part: '',
        responses: [
          response('RESPONSE', { cardinality: 'single', baseType: 'float' }, [String(answer)]),
        ],
        body: [paragraph(say(prompt)), field('RESPONSE', 10, unit ? say(unit) : [])],
        ...knowing(known),
        after: [],
      },
    ],
    losses: ['typing', ...(Object.keys(units).length > 0 ? (['units'] as const) : [])],
  };
};

const STRING = { cardinality: 'single', baseType: 'string' } as const;

/** The response to a step of which the output is typed, to the letter. */
export function typedStep(accept: readonly string[]) {
  const known = [{ id: 'right', right: true, when: typedOneOf(accept, true), why: [] }];
  return {
    responses: [response('RESPONSE', STRING, accept.slice(0, 1))],
    body: [field('RESPONSE', Math.max(10, ...accept.map((text) => text.length)))],
    ...knowing(known),
  };
}

/** Scores an answer that is known, and says what belongs to it. */
function knowing(known: readonly KnownAnswer[]) {
  const said: readonly Said[] = known
    .filter(({ why }) => why.length > 0)
    .map(({ id, why }) => ({ outcome: 'FEEDBACK', id: named(id), content: why }));
  return {
    outcomes: said.length > 0 ? [{ identifier: 'FEEDBACK' }] : [],
    processing: firstOf(
      known.map(({ id, right, when, why }) => ({
        when,
        then: [
          set('SCORE', base('float', right ? 1 : 0)),
          ...(why.length > 0 ? [set('FEEDBACK', base('identifier', named(id)))] : []),
        ],
      })),
    ),
    said,
  };
}

function typedOneOf(texts: readonly string[], exact: boolean): XmlElement {
  return xml(
    'or',
    {},
    spellings(texts, exact).map((text) =>
      xml(
        'stringMatch',
        { caseSensitive: exact, substring: false },
        variable('RESPONSE'),
        base('string', text),
      ),
    ),
  );
}

function isNumber(value: number, tolerance: number): XmlElement {
  const mode =
    tolerance === 0
      ? { toleranceMode: 'exact' }
      : { toleranceMode: 'absolute', tolerance: `${tolerance} ${tolerance}` };
  return xml('equal', mode, variable('RESPONSE'), base('float', value));
}
