import { standIn } from './escapes.ts';

/** A stretch of a GIFT file between two blank lines: a question, as a rule. */
export interface GiftBlock {
  /** Without comments; escaped signs are stand-ins (see `escapes.ts`). */
  readonly text: string;
  /** The offset in the file of each character of `text`. */
  readonly offsets: readonly number[];
  /** The comments before and in it, without their slashes. */
  readonly comments: readonly string[];
}

/**
 * Cuts a file where Moodle does: a blank line ends a block, and a line that begins with `//` is a
 * comment wherever it stands, blank for nobody. Blocks that hold comments only are left out, and
 * their comments with them. Takes time in proportion to the length.
 */
export function splitGift(source: string): readonly GiftBlock[] {
  const blocks: GiftBlock[] = [];
  let text: string[] = [];
  let offsets: number[] = [];
  let comments: string[] = [];
  const finish = () => {
    const whole = text.join('');
    if (whole.trim() !== '') blocks.push({ text: whole, offsets, comments });
    text = [];
    offsets = [];
    comments = [];
  };
  for (const { start, line } of linesOf(source)) {
    const bare = line.trim();
    if (bare === '') finish();
    else if (bare.startsWith('//')) comments.push(bare.slice(2).trim());
    else {
      for (let at = 0; at < line.length; at += 1) {
        const escaped = line[at] === '\\' ? standIn(line[at + 1]) : undefined;
        text.push(escaped ?? line[at] ?? '');
        offsets.push(start + at);
        if (escaped !== undefined) at += 1;
      }
      text.push('\n');
      offsets.push(start + line.length);
    }
  }
  finish();
  return blocks;
}

function* linesOf(source: string): Generator<{ readonly start: number; readonly line: string }> {
  const ends = /\r\n|\n|\r|$/g;
  // A byte order mark is no part of the text.
  let start = source.startsWith('\uFEFF') ? 1 : 0;
  ends.lastIndex = start;
  for (let end = ends.exec(source); end !== null; end = ends.exec(source)) {
    yield { start, line: source.slice(start, end.index) };
    if (end[0] === '') return;
    start = end.index + end[0].length;
  }
}
