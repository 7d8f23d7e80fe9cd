import { ADVANCES, OFFSET } from './advances.ts';

/** The width of a text at a size, both in pixels. */
export type Measure = (text: string, size: number) => number;

/** What has no glyph in the table is taken to be wide. */
const UNKNOWN = 80;
const FIRST = 32;

/**
 * Measures with the table of the label face, at its label weight and without kerning: the same
 * number in Node, in Mermaid and in the page, and never less than what is drawn.
 */
export const measure: Measure = (text, size) => {
  // An accented letter is as wide as its base; the no-break spaces as a space; ’ as '.
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s/g, ' ').replace(/’/g, "'");
  const advance = (sign: string) =>
    ADVANCES.charCodeAt(sign.charCodeAt(0) - FIRST) - OFFSET || UNKNOWN;
  return ([...plain].reduce((sum, sign) => sum + advance(sign), 0) * size) / 100;
};
