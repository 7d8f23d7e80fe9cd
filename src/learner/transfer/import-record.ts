import { FILE_FORMAT, FILE_VERSION } from './export-record.ts';
import { isMap, type GradedAnswer, type LearnerRecord } from '../learner-record.ts';

/** Characters in a file at most: many times what a whole course leaves. */
export const FILE_LIMIT = 2_000_000;

/** Answers in a history at most, as a file may hold them; fewer are kept. */
const PAST_LIMIT = 100;

const ID = /^[a-z0-9]{1,80}(?:-[a-z0-9]{1,80}){0,20}$/;

/** Why a file is refused: it is too big, no JSON, not ours, of a later version, or not whole. */
export type ImportFault = 'size' | 'json' | 'foreign' | 'later' | 'damaged';

/** What a file holds, or why it is refused; `place` is where it is damaged, such as `answers.hybrid`. */
export type Imported =
  | Pick<LearnerRecord, 'settings' | 'answers'>
  | { readonly fault: ImportFault; readonly place?: string };

/**
 * Reads a file that `exportRecord` wrote, or that anyone did: it is taken whole or not at all, and
 * only what is known of it is. Never throws.
 */
export function importRecord(text: string): Imported {
  if (text.length > FILE_LIMIT) return { fault: 'size' };
  const file = parse(text);
  if (file === undefined) return { fault: 'json' };
  if (!isMap(file) || file['format'] !== FILE_FORMAT) return { fault: 'foreign' };
  const { version } = file;
  if (typeof version === 'number' && version > FILE_VERSION) return { fault: 'later' };
  try {
    if (version !== FILE_VERSION) throw new Damage('version');
    return {
      settings: mapped(file['settings'], 'settings', readSetting),
      answers: mapped(file['answers'], 'answers', (quiz, at) => mapped(quiz, at, readKept)),
    };
  } catch (error) {
    if (error instanceof Damage) return { fault: 'damaged', place: error.message };
    throw error;
  }
}

/** A part of the file has not the shape that it must have; the message is where. */
class Damage extends Error {}

type Read<Part> = (value: unknown, at: string) => Part;

function parse(text: string): unknown {
  try {
    // An editor may have put a byte order mark before it.
    return JSON.parse(text.replace(/^\uFEFF/, '')) as unknown;
  } catch {
    return undefined;
  }
}

/** A map whose keys are ids, with each value read. */
function mapped<Part>(value: unknown, at: string, read: Read<Part>): Record<string, Part> {
  if (!isMap(value)) throw new Damage(at);
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (!ID.test(key)) throw new Damage(`${at}.${key.slice(0, 40)}`);
      return [key, read(part, `${at}.${key}`)];
    }),
  );
}

const readSetting: Read<string> = (value, at) =>
  typeof value === 'string' && value.length <= 40 ? value : refuse(at);

const readKept: Read<LearnerRecord['answers'][string][string]> = (value, at) => {
  const past = isMap(value) ? value['past'] : undefined;
  if (!Array.isArray(past) || past.length > PAST_LIMIT) throw new Damage(`${at}.past`);
  return {
    ...readAnswer(value, at),
    past: past.map((answer, index) => readAnswer(answer, `${at}.past.${String(index)}`)),
  };
};

type Fields = Readonly<Record<keyof GradedAnswer | 'tries', (value: unknown) => boolean>>;

const isCount = (value: unknown) => Number.isSafeInteger(value) && (value as number) >= 0;
const isId = (value: unknown) => typeof value === 'string' && ID.test(value);
const isSaid = (value: unknown) =>
  typeof value === 'boolean' ||
  Number.isFinite(value) ||
  (typeof value === 'string' && value.length <= 1000);

/** What each part of an answer may be. */
const FIELDS: Fields = {
  rev: isCount,
  at: isCount,
  tries: isCount,
  score: (value) => typeof value === 'number' && value >= 0 && value <= 1,
  answer: (value) =>
    isMap(value) && Object.entries(value).every(([id, said]) => isId(id) && isSaid(said)),
  revealed: (value) => value === true,
  ideas: (value) => Array.isArray(value) && value.every(isId),
  hints: isCount,
  sure: (value) => ['guess', 'unsure', 'sure'].includes(value as string),
};

const OPTIONAL = new Set(['revealed', 'ideas', 'hints', 'sure']);

const readAnswer: Read<GradedAnswer & { readonly tries: number }> = (value, at) => {
  if (!isMap(value)) throw new Damage(at);
  const known = Object.entries(FIELDS).flatMap(([name, fits]) => {
    const part = value[name];
    if (part === undefined && OPTIONAL.has(name)) return [];
    return fits(part) ? [[name, part] as const] : refuse(`${at}.${name}`);
  });
  return Object.fromEntries(known) as unknown as GradedAnswer & { readonly tries: number };
};

function refuse(at: string): never {
  throw new Damage(at);
}
