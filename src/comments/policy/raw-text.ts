/**
 * Elements whose content HTML does not read as markup
 * (https://html.spec.whatwg.org/multipage/parsing.html#parsing-main-inbody), and `code`, which we
 * read the same way:
 *
 * - `literal`: what stands in it is text, as typed, because a browser shows it (`xmp`, `textarea`)
 *   or because that is what it is for (`code`);
 * - `gone`: no browser shows what stands in it.
 *
 * `plaintext` is missing on purpose: nothing closes it, so it is a tag like others.
 */
export const RAW_TEXT = {
  code: 'literal',
  textarea: 'literal',
  xmp: 'literal',
  iframe: 'gone',
  noembed: 'gone',
  noframes: 'gone',
  noscript: 'gone',
  script: 'gone',
  style: 'gone',
  title: 'gone',
} as const satisfies Readonly<Record<string, 'literal' | 'gone'>>;

export type RawTextTag = keyof typeof RAW_TEXT;

export function isRawText(tag: string): tag is RawTextTag {
  return Object.hasOwn(RAW_TEXT, tag);
}

export interface EndTag {
  readonly start: number;
  readonly end: number;
}

/** Finds the end tags of raw-text elements in one text, and remembers which have none left. */
export function endTagFinder(text: string): (tag: RawTextTag, from: number) => EndTag | null {
  const exhausted = new Set<RawTextTag>();
  return (tag, from) => {
    if (exhausted.has(tag)) return null;
    const pattern = new RegExp(`</${tag}(?:[\\t\\n\\f /][^<>]*)?>`, 'gi');
    pattern.lastIndex = from;
    const match = pattern.exec(text);
    if (match) return { start: match.index, end: pattern.lastIndex };
    exhausted.add(tag);
    return null;
  };
}
