/** A tag from its `<` to after its `>`. */
export interface ScannedTag {
  readonly kind: 'tag';
  /** Lower case. */
  readonly name: string;
  readonly closing: boolean;
  readonly selfClosing: boolean;
  readonly attributes: number;
  readonly end: number;
}

/** A `<` that opens no tag, with how far that is known: up to `end` everything is text. */
export interface ScannedText {
  readonly kind: 'text';
  readonly end: number;
}

/** `<name`, `</name`: a letter first, as HTML asks, and then only what names are made of. */
const TAG_START = /<(\/?)([a-z][\w:.-]*)(?=[\t\n\f />])/iy;

/** `<https://example.org>`: an address between brackets, not a tag. */
const BRACKETED_ADDRESS = /<[a-z][a-z\d+.-]*:\/\//iy;

const SKIPPED = /[\t\n\f /]*/y;
const SPACES = /[\t\n\f ]*/y;
const ATTRIBUTE_NAME = /=?[^\t\n\f />=<]*/y;
const UNQUOTED_VALUE = /[^\t\n\f ><]*/y;

/**
 * Reads one tag as HTML's tokenizer does (https://html.spec.whatwg.org/multipage/parsing.html#tag-open-state),
 * but for what people type who mean no tag: a tag that never ends, or in which another `<` stands
 * outside quotes, is text (`a <b and <i>c</i>`). Each character is looked at a fixed number of
 * times: what was read in vain is text as a whole and is not read again.
 */
export function scanTag(text: string, start: number): ScannedTag | ScannedText {
  const opening = matchAt(TAG_START, text, start);
  if (!opening || matchAt(BRACKETED_ADDRESS, text, start)) return { kind: 'text', end: start + 1 };
  const [head, slash, name = ''] = opening;
  let at = start + head.length;
  let attributes = 0;
  for (;;) {
    const between = at;
    at = after(SKIPPED, text, at);
    const character = text[at];
    if (character === undefined) return { kind: 'text', end: text.length };
    if (character === '<') return { kind: 'text', end: at };
    if (character === '>') {
      const tag = { name: name.toLowerCase(), closing: slash === '/', attributes };
      return {
        kind: 'tag',
        ...tag,
        selfClosing: at > between && text[at - 1] === '/',
        end: at + 1,
      };
    }
    attributes += 1;
    at = after(SPACES, text, after(ATTRIBUTE_NAME, text, at));
    if (text[at] !== '=') continue;
    at = after(SPACES, text, at + 1);
    const quote = text[at];
    if (quote !== '"' && quote !== "'") {
      at = after(UNQUOTED_VALUE, text, at);
      continue;
    }
    const close = text.indexOf(quote, at + 1);
    if (close === -1) return { kind: 'text', end: at + 1 };
    at = close + 1;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function after(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}
