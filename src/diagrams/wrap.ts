import type { Measure } from './measure.ts';

/** The width of the longest word: no line can be narrower. */
export const wordWidth = (text: string, size: number, measure: Measure): number =>
  Math.max(...text.split(' ').map((word) => measure(word, size)));

/** Breaks at plain spaces only; no-break spaces hold. The text is never cut or shrunk. */
export function wrap(
  text: string,
  size: number,
  width: number,
  measure: Measure,
): readonly string[] {
  return text
    .split(' ')
    .reduce<string[]>((lines, word) => {
      const last = lines.at(-1);
      const longer = `${last ?? ''} ${word}`;
      if (last === undefined || measure(longer, size) > width) return [...lines, word];
      return [...lines.slice(0, -1), longer];
    }, [])
    .filter(Boolean);
}
