import type { z } from 'zod';
import { KEBAB_CASE, KEYS, QUESTION_SCHEMAS, type QuestionType } from '../schema.ts';
import { closest, suggestion } from './closest.ts';
import type { QuizDraft } from './draft.ts';
import type { Fault } from './fault.ts';
import type { Path } from './locate.ts';
import { BOTH, MEND } from './mend.ts';
import { whereabouts } from './whereabouts.ts';

type Issue = z.core.$ZodIssue;

const COUNTS = ['no', 'one', 'two', 'three'];

/** Turns what the schema found into sentences for the author, one a fault. */
export function explainIssue(issue: Issue, value: unknown, draft: QuizDraft): readonly Fault[] {
  const { path } = issue;
  if (issue.code === 'invalid_union' && path.at(-1) === 'type') {
    return [...explainType(path, value, draft), ...behindType(path.slice(0, -1), value, draft)];
  }
  const where = whereabouts(path, draft);
  const key = String(path.at(-1) ?? '');
  const name = typeof path.at(-1) === 'number' ? 'this entry' : `\`${key}\``;
  const mend = key === 'answer' ? answerMend(path, draft) : (MEND[key] ?? '');
  const say = (what: string, how = mend) => [{ path, message: `${where}${what} ${how}`.trim() }];

  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((unknown) => ({
      path: [...path, unknown],
      message: `${where}${unknownKey(unknown, path, draft)}`,
    }));
  }
  if (path.length === 0) {
    return say('The file is not a quiz.', 'Begin it with `id:` and `questions:`.');
  }
  const found = valueAt(value, path);
  if (found === undefined) return say(`${name} is missing.`);
  if (issue.code === 'too_small' && issue.origin === 'array') {
    const few =
      issue.minimum === 1
        ? `no ${key.replace(/s$/, '')}`
        : `fewer than ${COUNTS[Number(issue.minimum)] ?? issue.minimum} ${key}`;
    return say(`${name} holds ${few}.`);
  }
  if (typeof found === 'string' && found.trim() === '') return say(`${name} is empty.`);
  if (issue.code === 'invalid_format' && issue.pattern === KEBAB_CASE.toString()) {
    return say(
      `${name} is \`${String(found)}\`, which is not kebab-case.`,
      'Write lower-case letters and digits, words joined by hyphens, such as `shared-kernel`.',
    );
  }
  const entry = typeof path.at(-1) === 'number' ? 'Write a map that begins with `id:`.' : mend;
  return say(`${name} is ${describe(found)} here.`, entry);
}

/** What an answer is differs from type to type. */
function answerMend(path: Path, draft: QuizDraft): string {
  if (path.includes('rows')) return 'Write `answer: true` or `answer: false`.';
  return typeAt(path, draft) === 'number'
    ? 'Write the right number: `answer: 125`.'
    : `Write the right answer in both languages: \`answer: ${BOTH}\`.`;
}

function explainType(path: Path, value: unknown, draft: QuizDraft): readonly Fault[] {
  const found = valueAt(value, path);
  const what =
    found === undefined
      ? '`type` is missing.'
      : `There is no type \`${String(found)}\`. ${suggestion(String(found), Object.keys(QUESTION_SCHEMAS))}`;
  return [{ path, message: `${whereabouts(path, draft)}${what} ${MEND['type'] ?? ''}` }];
}

/** What else is wrong in a question of no known type, read as the type that it looks like. */
function behindType(path: Path, value: unknown, draft: QuizDraft): readonly Fault[] {
  const question = valueAt(value, path);
  if (typeof question !== 'object' || question === null) return [];
  const type = guessType(question);
  const { error } = QUESTION_SCHEMAS[type].safeParse({ ...question, type });
  return (error?.issues ?? []).flatMap((issue) =>
    explainIssue({ ...issue, path: [...path, ...issue.path] }, value, draft),
  );
}

function unknownKey(unknown: string, path: Path, draft: QuizDraft): string {
  const keys = keysAt(path, draft);
  const near = closest(unknown, keys);
  const hint =
    keys === KEYS.text
      ? 'In `{ }`, put a text that contains a comma or a colon between quotes.'
      : `${near === undefined ? '' : `Did you mean \`${near}\`? `}It may have ${keys.map((key) => `\`${key}\``).join(', ')}.`;
  return `\`${unknown}\` is not a key here. ${hint}`;
}

/** The keys that the node at `path` may have. */
function keysAt(path: Path, draft: QuizDraft): readonly string[] {
  const last = path.at(-1);
  if (path.length === 0) return KEYS.quiz;
  if (typeof last !== 'number') return KEYS.text;
  const type = typeAt(path, draft);
  const kind = String(path.at(-2));
  return kind === 'questions'
    ? Object.keys(QUESTION_SCHEMAS[type].shape)
    : (ENTRY_KEYS[kind]?.(type) ?? KEYS.text);
}

/** The keys of an entry, by the list that holds it. */
const ENTRY_KEYS: Readonly<Record<string, (type: QuestionType) => readonly string[]>> = {
  options: () => KEYS.option,
  rows: () => KEYS.row,
  items: (type) => (type === 'match' ? KEYS.pair : KEYS.ordered),
  targets: () => KEYS.target,
  mistakes: (type) => (type === 'number' ? KEYS.numberMistake : KEYS.textMistake),
  steps: () => KEYS.step,
};

/** The type of the question that `path` leads into, or the one that it looks like. */
function typeAt(path: Path, draft: QuizDraft): QuestionType {
  const question = draft.questions[Number(path[1])];
  const type = question?.type ?? '';
  return isType(type) ? type : guessType(question ?? {});
}

const isType = (name: string): name is QuestionType => Object.hasOwn(QUESTION_SCHEMAS, name);

/** Lists that only one type has, in the order in which they are looked for. */
const TELLTALES: readonly (readonly [list: string, type: QuestionType])[] = [
  ['rows', 'rows'],
  ['steps', 'trace'],
  ['targets', 'match'],
  ['items', 'order'],
  ['diagram', 'hotspot'],
  ['options', 'choice'],
  ['accept', 'text'],
  ['unit', 'number'],
];

/** What a question of no known type was most likely meant to be. */
function guessType(question: object): QuestionType {
  const has = (key: string): boolean => {
    const value: unknown = Reflect.get(question, key);
    return Array.isArray(value) ? value.length > 0 : typeof value === 'string';
  };
  return TELLTALES.find(([key]) => has(key))?.[1] ?? 'choice';
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (node, step) =>
      typeof node === 'object' && node !== null ? Reflect.get(node, step) : undefined,
    value,
  );
}

function describe(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  return typeof value === 'object' ? 'a map' : `\`${String(value)}\``;
}
