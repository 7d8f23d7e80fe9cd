/** The signs that steer GIFT, and the line break that its `\n` writes. */
const STEERING = ['~', '=', '#', '{', '}', ':', '\n'] as const;

/**
 * Where the stand-ins of escaped signs begin: Unicode keeps 32 code points from U+FDD0 for a
 * program's own use inside, never for text.
 */
const FIRST_STAND_IN = 0xfdd0;

const STAND_IN = /[\uFDD0-\uFDEF]/;
const STAND_INS = /[\uFDD0-\uFDD6]/g;

/** Whether a text holds code points that no text may hold. */
export function holdsStandIns(text: string): boolean {
  return STAND_IN.test(text);
}

/** What an escape becomes: `\=` a stand-in for `=`, `\\` a backslash; `undefined` for no escape. */
export function standIn(escaped: string | undefined): string | undefined {
  if (escaped === undefined) return undefined;
  if (escaped === '\\') return '\\';
  const index = (STEERING as readonly string[]).indexOf(escaped === 'n' ? '\n' : escaped);
  // A line break in the file is not an escaped one.
  if (index === -1 || escaped === '\n') return undefined;
  return String.fromCharCode(FIRST_STAND_IN + index);
}

/** The text that is meant, once nothing in it steers any more. */
export function unescapeGift(text: string): string {
  return text.replace(STAND_INS, (sign) => STEERING[sign.charCodeAt(0) - FIRST_STAND_IN] ?? sign);
}

/** A text such that nothing in it steers, on one line. */
export function escapeGift(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[\\~=#{}:\n]/g, (sign) => (sign === '\n' ? '\\n' : `\\${sign}`));
}
