import { Document, isMap, isScalar, isSeq, visit, type Node } from 'yaml';
import type { Quiz } from '../../schema.ts';
import type { QuizSketch } from './sketch.ts';

/** The keys of every node in the order in which authors write them; others follow, as they come. */
const ORDER: readonly string[] = (
  'id type rev pool objective section diagram captured correct last target pools shuffle allow ' +
  'prompt answer misconception misconceptions value tolerance unit units accept pattern exact ' +
  'run ask output text options rows targets items steps why mistakes explain hints confidence ' +
  'sources questions fr en'
).split(' ');

/** Values that a key has when it is not written. */
const DEFAULTS: Readonly<Record<string, unknown>> = {
  correct: false,
  last: false,
  exact: false,
  confidence: false,
  shuffle: true,
  tolerance: 0,
};

/** Lists of names, which fit on a line. */
const FLOW: ReadonlySet<string> = new Set(['sources', 'accept']);

/**
 * Writes a quiz as its authors would: the keys of each node in one order, a text a line, nothing
 * that is a default, a blank line between questions. What is absent is left out, whether the quiz
 * may go without it or not. The parsers of the site read back what was given.
 */
export function writeQuizYaml(quiz: Quiz | QuizSketch): string {
  const document = new Document(tidy(quiz), { aliasDuplicateObjects: false });
  visit(document, {
    Pair(_, { key, value }) {
      if (isScalar(key) && FLOW.has(String(key.value)) && isSeq(value)) value.flow = true;
    },
  });
  const questions = document.get('questions');
  if (isSeq<Node>(questions)) {
    questions.items.slice(1).forEach((question) => {
      question.spaceBefore = isMap(question);
    });
  }
  return document.toString({ lineWidth: 0, singleQuote: true, flowCollectionPadding: false });
}

/** The value with its keys in order, and without what is absent or a default. */
function tidy(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(tidy);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([key, inner]) => [key, tidy(inner)] as const)
      .filter(([key, inner]) => !isIdle(key, inner))
      .toSorted(([a], [b]) => rank(a) - rank(b)),
  );
}

function isIdle(key: string, value: unknown): boolean {
  if (value === undefined || (Object.hasOwn(DEFAULTS, key) && DEFAULTS[key] === value)) return true;
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function rank(key: string): number {
  const index = ORDER.indexOf(key);
  return index === -1 ? ORDER.length : index;
}
