import type { z } from 'zod';
import type { QuizDraft } from './draft.ts';
import type { Path } from './locate.ts';
import { KEYS, QUESTION_SCHEMAS } from '../schema.ts';
import { closest, suggestion } from './closest.ts';

/** What is wrong, at a path of the YAML. */
export interface Fault {
  readonly path: Path;
  readonly message: string;
}

type Issue = z.core.$ZodIssue;

const BOTH = '{ fr: …, en: … }';

/** How to write what is missing or misshapen, by its key. */
const MEND: Readonly<Record<string, string>> = {
  id: 'Give it a name in kebab-case and keep it for good: readers’ answers are kept under it.',
  type: `Write one of ${Object.keys(QUESTION_SCHEMAS).join(', ')}.`,
  rev: 'Write a whole number from 1, and raise it when the right answer changes.',
  objective: 'Name the objective of the tutorial that the question tests.',
  section: 'Name the section that teaches the answer.',
  prompt: `Write the question in both languages: \`prompt: ${BOTH}\`.`,
  explain: `Write it in both languages: \`explain: ${BOTH}\`.`,
  sources: 'Write a list of keys of content/sources.yaml: `sources: [key]`.',
  questions: 'List the questions under `questions:`.',
  options: 'List at least two options under `options:`.',
  rows: 'List at least two rows under `rows:`.',
  text: `Write it in both languages: \`text: ${BOTH}\`.`,
  why: `Say in both languages why it is right or wrong: \`why: ${BOTH}\`.`,
  correct: 'Write `correct: true` or leave it out.',
  answer: 'Write `answer: true` or `answer: false`.',
  misconception: 'Name the mistaken idea in kebab-case.',
  fr: 'Write the French text beside the English one.',
  en: 'Write the English text beside the French one.',
};

/** Turns what the schema found into sentences for the author, one a fault. */
export function explainIssue(issue: Issue, value: unknown, draft: QuizDraft): readonly Fault[] {
  const { path } = issue;
  if (issue.code === 'invalid_union' && path.at(-1) === 'type') {
    return [...explainType(path, value, draft), ...behindType(path.slice(0, -1), value, draft)];
  }
  const where = whereabouts(path, draft);
  const key = String(path.at(-1) ?? '');
  const name = typeof path.at(-1) === 'number' ? 'this entry' : `\`${key}\``;
  const mend = MEND[key] ?? '';
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
    const one = key === 'questions' ? 'no question' : `fewer than two ${key}`;
    return say(`${name} holds ${one}.`);
  }
  if (typeof found === 'string' && found.trim() === '') return say(`${name} is empty.`);
  if (issue.code === 'invalid_format') {
    return say(
      `${name} is \`${String(found)}\`, which is not kebab-case.`,
      'Write lower-case letters and digits, words joined by hyphens, such as `shared-kernel`.',
    );
  }
  const entry = typeof path.at(-1) === 'number' ? 'Write a map that begins with `id:`.' : mend;
  return say(`${name} is ${describe(found)} here.`, entry);
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
  const type = 'rows' in question ? 'rows' : 'choice';
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
  if (path.at(-2) === 'options') return KEYS.option;
  if (path.at(-2) === 'rows') return KEYS.row;
  const type = draft.questions[last]?.type;
  const schema =
    Object.entries(QUESTION_SCHEMAS).find(([name]) => name === type)?.[1] ??
    QUESTION_SCHEMAS[draft.questions[last]?.rows.length ? 'rows' : 'choice'];
  return Object.keys(schema.shape);
}

/** `question \`x\`, option \`y\`: `, as far as `path` goes into one. */
export function whereabouts(path: Path, draft: QuizDraft): string {
  const [, question, list, item] = path;
  if (typeof question !== 'number') return '';
  const own = draft.questions[question];
  const items = list === 'options' ? own?.options : list === 'rows' ? own?.rows : undefined;
  const part =
    items && typeof item === 'number'
      ? `, ${list === 'options' ? 'option' : 'row'} ${named(items[item]?.id, item)}`
      : '';
  return `Question ${named(own?.id, question)}${part}: `;
}

const named = (id: string | undefined, index: number) =>
  id === undefined ? `no. ${index + 1}` : `\`${id}\``;

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
