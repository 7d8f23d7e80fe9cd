import { xml, type XmlElement, type XmlNode } from '../xml/xml.ts';

type Base = 'identifier' | 'string' | 'float' | 'integer' | 'directedPair';

/** Ids of ours may begin with a digit; those of QTI are XML names. */
export const named = (id: string): string => `id.${id}`;

/** What is answered: its right answer, and what each answer is worth. */
export function response(
  identifier: string,
  shape: { readonly cardinality: 'single' | 'multiple' | 'ordered'; readonly baseType: Base },
  right: readonly string[],
  worth: readonly (readonly [answer: string, worth: number])[] = [],
): XmlElement {
  return xml(
    'responseDeclaration',
    { identifier, ...shape },
    xml(
      'correctResponse',
      {},
      right.map((value) => xml('value', {}, value)),
    ),
    // However many wrong answers are ticked, nothing is worth less than nothing.
    worth.length === 0
      ? []
      : xml(
          'mapping',
          { lowerBound: 0, upperBound: 1, defaultValue: 0 },
          worth.map(([mapKey, mappedValue]) => xml('mapEntry', { mapKey, mappedValue })),
        ),
  );
}

export const variable = (identifier: string): XmlElement => xml('variable', { identifier });

export const base = (baseType: Base, value: string | number): XmlElement =>
  xml('baseValue', { baseType }, String(value));

export const set = (identifier: string, value: XmlElement): XmlElement =>
  xml('setOutcomeValue', { identifier }, value);

/** Adds up what several answers are worth. */
export const scoreOf = (responses: readonly string[]): XmlElement => {
  const [first, ...more] = responses.map((identifier) => xml('mapResponse', { identifier }));
  return set('SCORE', first && more.length === 0 ? first : xml('sum', {}, first ?? [], more));
};

/** The first of `branches` whose condition holds does what it says. */
export function firstOf(
  branches: readonly { readonly when: XmlElement; readonly then: readonly XmlElement[] }[],
): readonly XmlElement[] {
  if (branches.length === 0) return [];
  return [
    xml(
      'responseCondition',
      {},
      branches.map(({ when, then }, index) =>
        xml(index === 0 ? 'responseIf' : 'responseElseIf', {}, when, then),
      ),
    ),
  ];
}

/** A paragraph that holds a field to type in, with what stands after it. */
export const field = (
  responseIdentifier: string,
  expectedLength: number,
  after: readonly XmlNode[] = [],
): XmlElement =>
  xml(
    'p',
    {},
    xml('textEntryInteraction', { responseIdentifier, expectedLength }),
    after.length > 0 ? [' ', ...after] : [],
  );
