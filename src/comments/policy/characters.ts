/** Controls that mean nothing in a text (C0 and C1 but tab and line feed), and the noncharacters. */
const MEANINGLESS = /[\0-\x08\x0B-\x1F\x7F-\x9F\uFDD0-\uFDEF\uFFFE\uFFFF]/g;

/** Characters that show nothing: zero-width, joiners, variation selectors, fillers, bidi marks. */
const INVISIBLE =
  /[\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180F\u200B-\u200F\u202A-\u202E\u2060-\u206F\u2800\u3164\uFE00-\uFE0F\uFEFF\uFFA0\u{E0000}-\u{E0FFF}]/gu;

/** Characters that turn the direction of what follows them. */
export const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/** Line ends as `\n`, form feeds as spaces, no other controls, no half surrogates; never NFKC. */
export function plainCharacters(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replaceAll('\f', ' ').replace(MEANINGLESS, '');
}

/** Whether a reader would see anything of `text`. */
export function isVisible(text: string): boolean {
  return text.replace(INVISIBLE, '').trim() !== '';
}

/** How many code units at the beginning of `text` show nothing. */
export function blankStart(text: string): number {
  let length = 0;
  for (const character of text) {
    if (isVisible(character)) break;
    length += character.length;
  }
  return length;
}

/**
 * How many code units at the end of `text` show nothing, from a space on: what stands right after a
 * visible character may belong to it (a variation selector makes ❤ an emoji).
 */
export function blankEnd(text: string): number {
  let length = 0;
  let fromSpace = 0;
  for (const character of Array.from(text).reverse()) {
    if (isVisible(character)) break;
    length += character.length;
    if (character.trim() === '') fromSpace = length;
  }
  return fromSpace;
}

/** Characters as a person counts them in a table's column: code points. */
export function characterCount(text: string): number {
  return Array.from(text).length;
}
