import { ExchangeError } from './exchange-error.ts';
import type { TextSource } from './open-text.ts';

/** One member of a document's object, or one element of a member that is an array. */
export interface JsonPiece {
  readonly key: string;
  readonly value: unknown;
  readonly line: number;
}

/** Characters of one piece; no comment comes near. */
const LONGEST = 16 * 1024 * 1024;

/** What the scan stops at: strings, brackets and commas, and line ends to be counted. */
const MARKS = /["\\[\]{},\n]/g;

const MEMBER = /^\s*("(?:[^"\\]|\\.)*")\s*:\s*([\s\S]*)$/;

/**
 * Takes a JSON object apart as it comes: its members, and the elements of members that are arrays
 * one by one, however it is indented.
 *
 * @throws ExchangeError with file and line for what is no JSON object.
 */
export async function* splitJson(source: TextSource): AsyncGenerator<readonly JsonPiece[]> {
  const scan = scanner(source.name);
  for await (const chunk of source.chunks) {
    const pieces = scan.take(chunk);
    if (pieces.length) yield pieces;
  }
  scan.end();
}

interface Scanner {
  /** The pieces that end in the next chunk of the text. */
  readonly take: (chunk: string) => readonly JsonPiece[];
  readonly end: () => void;
}

function scanner(name: string): Scanner {
  let pieces: JsonPiece[] = [];
  let text = '';
  let blank = true;
  let line = 1;
  /** The line on which the piece begins. */
  let start = 1;
  let depth = 0;
  let string: 'none' | 'open' | 'escaped' = 'none';
  /** The member whose elements are read; null between members. */
  let array: string | null = null;
  /** What stands before the piece: only after a comma must something come. */
  let before: 'start' | 'comma' | 'array' | 'end' = 'start';

  const fail = (message: string, at = start): never => {
    throw new ExchangeError(`${name}:${at}: ${message}`);
  };

  function append(part: string): void {
    if (part === '') return;
    if (blank && /\S/.test(part)) [blank, start] = [false, line];
    text += part;
    if (text.length > LONGEST) fail(`a value is longer than ${LONGEST} characters.`);
  }

  function parse(json: string): unknown {
    try {
      return JSON.parse(json) as unknown;
    } catch (error) {
      return fail((error as Error).message);
    }
  }

  function member(): { key: string; rest: string } {
    const [, key, rest] = MEMBER.exec(text) ?? [];
    if (key === undefined || rest === undefined) return fail('this is no member of an object.');
    return { key: String(parse(key)), rest };
  }

  function cut(): void {
    if (blank) {
      if (before === 'comma') fail('a value is missing.', line);
    } else if (before === 'array' || before === 'end') fail('a comma is missing.');
    else if (array !== null) pieces.push({ key: array, value: parse(text), line: start });
    else {
      const { key, rest } = member();
      pieces.push({ key, value: parse(rest), line: start });
    }
    [text, blank] = ['', true];
  }

  function openBracket(mark: string): void {
    if (depth === 0) {
      if (mark !== '{' || !blank || before === 'end') fail('this is no JSON object.', line);
      [text, before] = ['', 'start'];
    } else if (depth === 1 && mark === '[') {
      const { key, rest } = member();
      if (rest !== '' || before === 'array') fail('this is no member of an object.');
      [array, text, blank, before] = [key, '', true, 'start'];
    } else append(mark);
    depth += 1;
  }

  function closeBracket(mark: string): void {
    if (depth > (array === null ? 1 : 2)) append(mark);
    else {
      if (depth === 0 || (mark === ']') !== (array !== null))
        fail(`"${mark}" closes nothing.`, line);
      cut();
      before = array === null ? 'end' : 'array';
      array = null;
    }
    depth -= 1;
  }

  function comma(): void {
    if (depth > (array === null ? 1 : 2)) append(',');
    else {
      if (depth === 0 || (blank && before !== 'array')) fail('a value is missing.', line);
      cut();
      before = 'comma';
    }
  }

  function takeMark(mark: string): void {
    if (mark === '\n') line += 1;
    if (string !== 'none' || mark === '"' || mark === '\\' || mark === '\n') {
      append(mark);
      if (string === 'escaped') string = 'open';
      else if (mark === '"') string = string === 'none' ? 'open' : 'none';
      else if (mark === '\\' && string === 'open') string = 'escaped';
    } else if (mark === ',') comma();
    else if (mark === '{' || mark === '[') openBracket(mark);
    else closeBracket(mark);
  }

  return {
    take(chunk) {
      pieces = [];
      let from = 0;
      for (const { 0: mark, index } of chunk.matchAll(MARKS)) {
        if (index > from) {
          append(chunk.slice(from, index));
          if (string === 'escaped') string = 'open';
        }
        from = index + 1;
        takeMark(mark);
      }
      if (from < chunk.length) {
        append(chunk.slice(from));
        if (string === 'escaped') string = 'open';
      }
      return pieces;
    },
    end() {
      if (before !== 'end' || !blank) fail('the file does not end where its object does.', line);
    },
  };
}
