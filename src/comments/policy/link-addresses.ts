import { isSafeUrl } from './safe-url.ts';

/** A piece of a text, with the address that it names, if it does. */
export interface TextPiece {
  readonly text: string;
  readonly href: string | null;
}

/** An address begins at the beginning, or after a space, an opening sign or punctuation. */
const ADDRESS = /(?<=^|[\s(<[{.,;:!?«“‘"'–—])(?:https?:\/\/|www\.)[^\s<>"`{}|\\^«»“”‘]+/giu;

/** Signs that end a sentence rather than an address. */
const TRAILING = /[.,;:!?…'’([]/u;

/**
 * Cuts a text where a bare web address begins and ends. The full stop after it stays outside, and
 * a closing bracket that was opened before it: `(see https://example.org/a_(b)).`
 */
export function linkAddresses(text: string): TextPiece[] {
  const pieces: TextPiece[] = [];
  let at = 0;
  const put = (end: number, href: string | null): void => {
    if (end > at) pieces.push({ text: text.slice(at, end), href });
    at = Math.max(at, end);
  };
  for (const { 0: found, index } of text.matchAll(ADDRESS)) {
    const address = found.slice(0, addressLength(found));
    const href = /^www\./i.test(address) ? `http://${address}` : address;
    if (!isSafeUrl(href) || !/^https?:\/\/[^/?#]*[^/?#.]/i.test(href)) continue;
    put(index, null);
    put(index + address.length, href);
  }
  put(text.length, null);
  return pieces;
}

const OPENING: Readonly<Record<string, string>> = { ')': '(', ']': '[' };

/** How much of what looks like an address is one. */
function addressLength(found: string): number {
  let end = balancedLength(found);
  while (end > 0 && TRAILING.test(found[end - 1] ?? '')) end -= 1;
  return end;
}

/** Up to the first closing bracket that nothing opened: it was opened before the address. */
function balancedLength(found: string): number {
  const open: string[] = [];
  for (let at = 0; at < found.length; at += 1) {
    const character = found[at] ?? '';
    const opener = OPENING[character];
    if (opener === undefined) {
      if (character === '(' || character === '[') open.push(character);
    } else if (open.pop() !== opener) return at;
  }
  return found.length;
}
