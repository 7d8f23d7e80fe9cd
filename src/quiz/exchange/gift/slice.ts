import type { GiftBlock } from './split-gift.ts';

/** A stretch of a block that still knows where it stands in the file. */
export interface Slice {
  readonly text: string;
  /** Where it begins in its block. */
  readonly from: number;
}

export const wholeOf = ({ text }: GiftBlock): Slice => ({ text, from: 0 });

export function slice({ text, from }: Slice, start: number, end = text.length): Slice {
  return { text: text.slice(start, end), from: from + start };
}

/** Without the white space around it. */
export function trimmed(part: Slice): Slice {
  const start = part.text.length - part.text.trimStart().length;
  return slice(part, start, Math.max(start, part.text.trimEnd().length));
}

/** Before and after the first `sign`; `undefined` after when it is not there. */
export function cut(part: Slice, sign: string): readonly [Slice, Slice | undefined] {
  const at = part.text.indexOf(sign);
  return at === -1 ? [part, undefined] : [slice(part, 0, at), slice(part, at + sign.length)];
}

/** The parts that begin with one of `signs`, each with its sign; what stands before the first is a part too unless blank. */
export function startingWith(part: Slice, signs: string): readonly Slice[] {
  const starts: number[] = [];
  for (let at = 0; at < part.text.length; at += 1) {
    if (signs.includes(part.text[at] ?? '')) starts.push(at);
  }
  const first = trimmed(slice(part, 0, starts[0] ?? part.text.length));
  const parts = starts.map((start, index) => slice(part, start, starts[index + 1]));
  return first.text === '' ? parts : [first, ...parts];
}
