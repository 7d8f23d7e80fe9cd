import { all, attribute, elements, inside, textOf, the, type ReadElement } from './read-xml.ts';

type Value = string | number | boolean | null | readonly string[];

/** What an item makes of an answer. */
export interface Played {
  readonly score: number;
  /** The ids of what is said, in place and beside. */
  readonly said: readonly string[];
}

/**
 * Plays an item as a delivery engine does (QTI 2.1, “Response Processing”), as far as our items go:
 * `responses` by the identifier of their declaration, on the `attempt`th try.
 */
export function playQti(
  item: ReadElement,
  responses: Readonly<Record<string, Value>>,
  attempt = 1,
): Played {
  const values = new Map<string, Value>([['numAttempts', attempt]]);
  for (const each of inside(item, 'responseDeclaration')) {
    const id = attribute(each, 'identifier');
    values.set(id, responses[id] ?? null);
  }
  for (const each of inside(item, 'outcomeDeclaration')) {
    const first = all(each, 'value')[0];
    values.set(attribute(each, 'identifier'), first ? Number(textOf(first)) : null);
  }
  const rules = rulesOf(item, values);
  for (const rule of elements(the(item, 'responseProcessing'))) rules.run(rule);
  const shows = (each: ReadElement) =>
    [values.get(attribute(each, 'outcomeIdentifier')) ?? []]
      .flat()
      .includes(attribute(each, 'identifier'));
  return {
    score: Number(values.get('SCORE')),
    said: [...all(item, 'feedbackInline'), ...inside(item, 'modalFeedback')]
      .filter(shows)
      .map((each) => attribute(each, 'identifier')),
  };
}

function rulesOf(item: ReadElement, values: Map<string, Value>) {
  const evaluate = (expression: ReadElement): Value => {
    const of = elements(expression).map((each) => () => evaluate(each));
    const [a = () => null, b = () => null] = of;
    const operators: Readonly<Record<string, () => Value>> = {
      variable: () => values.get(attribute(expression, 'identifier')) ?? null,
      baseValue: () =>
        ['float', 'integer'].includes(attribute(expression, 'baseType'))
          ? Number(textOf(expression))
          : textOf(expression),
      mapResponse: () => mapped(item, attribute(expression, 'identifier'), values),
      sum: () => of.reduce((total, each) => total + Number(each()), 0),
      and: () => of.every((each) => each() === true),
      or: () => of.some((each) => each() === true),
      isNull: () => [null, ''].includes(a() as string | null),
      lt: () => Number(a()) < Number(b()),
      match: () => a() !== null && a() === b(),
      index: () => {
        const list = a();
        return Array.isArray(list)
          ? ((list as string[])[Number(attribute(expression, 'n')) - 1] ?? null)
          : null;
      },
      equal: () => {
        if (a() === null) return null;
        const room = expression.attributes['tolerance']?.split(' ')[0] ?? '0';
        return Math.abs(Number(a()) - Number(b())) <= Number(room) + 1e-9;
      },
      stringMatch: () => {
        const [said, wanted] = [String(a() ?? ''), String(b())];
        return attribute(expression, 'caseSensitive') === 'true'
          ? said === wanted
          : said.toLowerCase() === wanted.toLowerCase();
      },
    };
    const operator = operators[expression.name];
    if (!operator) throw new Error(`<${expression.name}> is no expression known here.`);
    return operator();
  };
  const run = (rule: ReadElement): void => {
    if (rule.name === 'setOutcomeValue') {
      const [value] = elements(rule);
      if (value) values.set(attribute(rule, 'identifier'), evaluate(value));
      return;
    }
    if (rule.name !== 'responseCondition') throw new Error(`<${rule.name}> is no rule known here.`);
    const taken = elements(rule).find((branch) => {
      const [when] = elements(branch);
      return when !== undefined && evaluate(when) === true;
    });
    if (taken) for (const each of elements(taken).slice(1)) run(each);
  };
  return { run };
}

function mapped(item: ReadElement, id: string, values: Map<string, Value>): number {
  const declaration = inside(item, 'responseDeclaration').find(
    (each) => attribute(each, 'identifier') === id,
  );
  if (!declaration) throw new Error(`${id} is not declared.`);
  const mapping = the(declaration, 'mapping');
  const said = new Set([values.get(id) ?? []].flat().map(String));
  const total = inside(mapping, 'mapEntry')
    .filter((entry) => said.has(attribute(entry, 'mapKey')))
    .reduce((sum, entry) => sum + Number(attribute(entry, 'mappedValue')), 0);
  const [low, high] = ['lowerBound', 'upperBound'].map((bound) =>
    Number(attribute(mapping, bound)),
  );
  return Math.min(high ?? 1, Math.max(low ?? 0, total));
}
