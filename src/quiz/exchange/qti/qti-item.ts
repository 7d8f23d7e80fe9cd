import type { Question } from '../../schema.ts';
import { afterword, paragraph } from '../content.ts';
import { plainText } from '../say.ts';
import { xml, type XmlElement } from '../xml/xml.ts';
import type { QtiBody, QtiFile, Said } from './qti-body.ts';
import { base, firstOf, set, variable } from './qti-elements.ts';

const NAMESPACE = 'http://www.imsglobal.org/xsd/imsqti_v2p1';

/** What the root of every QTI 2.1 document says of its shape. */
export const QTI_ROOT = {
  xmlns: NAMESPACE,
  'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
  'xsi:schemaLocation': `${NAMESPACE} http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd`,
} as const;

/** Shares of a score may add up to a hair less than 1. */
const ALL = 0.999;

/** A question, or a part of it, as an item of QTI 2.1 in one language. */
export function qtiItem(
  identifier: string,
  question: Question,
  body: QtiBody,
  file: QtiFile,
): XmlElement {
  const { locale, say, context, quiz } = file;
  const hints = question.hints.map((hint, index): Said => ({
    outcome: 'HINT',
    id: `hint.${index + 1}`,
    content: [paragraph(say(hint))],
  }));
  const after: Said = {
    outcome: 'AFTER',
    id: 'explanation',
    content: [...body.after, ...afterword(quiz.id, question, context, say)],
  };
  const outcomes = [
    ...body.outcomes,
    ...(hints.length > 0 ? [{ identifier: 'HINT' }] : []),
    { identifier: 'AFTER' },
  ];
  return xml(
    'assessmentItem',
    {
      ...QTI_ROOT,
      identifier,
      title: plainText(question.prompt, locale),
      'xml:lang': locale,
      adaptive: false,
      timeDependent: false,
      toolName: 'Strates',
    },
    body.responses,
    number('SCORE', 0),
    number('MAXSCORE', 1),
    outcomes.map(({ identifier: name, several = false }) =>
      xml('outcomeDeclaration', {
        identifier: name,
        cardinality: several ? 'multiple' : 'single',
        baseType: 'identifier',
      }),
    ),
    xml('itemBody', {}, body.body),
    xml('responseProcessing', {}, body.processing, showing(hints, after)),
    [...body.said, ...hints, after].map(({ outcome, id, content }) =>
      xml(
        'modalFeedback',
        { outcomeIdentifier: outcome, identifier: id, showHide: 'show' },
        content,
      ),
    ),
  );
}

/** A hint for each wrong try while there are hints; the explanation once it is right, or they are used up. */
function showing(hints: readonly Said[], after: Said): readonly XmlElement[] {
  const then = ({ outcome, id }: Said) => [set(outcome, base('identifier', id))];
  const wrong = xml('lt', {}, variable('SCORE'), base('float', ALL));
  const tries = hints.map((hint, index) => ({
    when: xml(
      'and',
      {},
      wrong,
      xml('equal', { toleranceMode: 'exact' }, variable('numAttempts'), base('integer', index + 1)),
    ),
    then: then(hint),
  }));
  if (tries.length === 0) return then(after);
  const shown = xml('isNull', {}, variable('HINT'));
  return [...firstOf(tries), ...firstOf([{ when: shown, then: then(after) }])];
}

const number = (identifier: string, value: number): XmlElement =>
  xml(
    'outcomeDeclaration',
    { identifier, cardinality: 'single', baseType: 'float' },
    xml('defaultValue', {}, xml('value', {}, String(value))),
  );
