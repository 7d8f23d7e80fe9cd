import { isSafeUrl } from './safe-url.ts';

/** A piece of a text, with the address that it names, if it does. */
export interface TextPiece {
  readonly text: string;
  readonly href: string | null;
}

/** An address begins at the beginning, or after a space, an opening sign or punctuation. */
const ADDRESS = /(?<=^|[\s(<[{.,;:!?«“‘"'–—])(?:https?:\/\/|www\.)[^\s<>"`{}|\\^«»“”‘]+/giu;

/** Signs that end a sentence rather than an address. */
const TRAILING = /[.,;:!?…'’]/u;

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

/** How much of what looks like an address is one, seen from its end. */
function addressLength(found: string): number {
  const surplus = closersWithoutOpener(found);
  let end = found.length;
  for (; end > 0; end -= 1) {
    const last = found[end - 1] ?? '';
    const opener = OPENING[last];
    if (opener === undefined) {
      if (!TRAILING.test(last)) break;
    } else {
      const extra = surplus.get(last) ?? 0;
      if (extra === 0) break;
      surplus.set(last, extra - 1);
    }
  }
  return end;
}

function closersWithoutOpener(text: string): Map<string, number> {
  const surplus = new Map<string, number>();
  for (const [closer, opener] of Object.entries(OPENING)) {
    let open = 0;
    let extra = 0;
    for (const character of text) {
      if (character === opener) open += 1;
      else if (character === closer && open > 0) open -= 1;
      else if (character === closer) extra += 1;
    }
    surplus.set(closer, extra);
  }
  return surplus;
}
