import { type Token, Tokenizer } from 'parse5';
import { ALLOWED_TAGS, type AllowedTag, isAllowedTag, URL_ATTRIBUTES } from './allowed-tags.ts';
import { breakAtTag } from './break-tags.ts';
import { plainCharacters } from './characters.ts';
import type { RemovalLedger } from './removal-ledger.ts';
import { isSafeUrl } from './safe-url.ts';

export type Attributes = Readonly<Record<string, string>>;

/** What a comment is made of, in the order in which it was typed. */
export interface MarkupReader {
  text(text: string): void;
  open(tag: AllowedTag, attributes: Attributes): void;
  close(tag: AllowedTag): void;
  /** `<br>`, which counts like a line end that was typed, or a tag at which blocks part. */
  breakAt(kind: 'br' | 'line' | 'paragraph' | 'space'): void;
}

/**
 * Reads settled HTML with parse5's tokenizer and tells `reader` what is allowed; the rest goes to
 * the ledger. Only the tokenizer is used: HTML's rules for building trees repeat, move and drop
 * what is badly nested, at a cost that grows faster than the text.
 */
export function readMarkup(html: string, ledger: RemovalLedger, reader: MarkupReader): void {
  const text = ({ chars }: Token.CharacterToken): void => {
    reader.text(plainCharacters(chars));
  };
  const opened = new Map<string, number>();
  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag({ tagName: tag, attrs, selfClosing }) {
        if (isAllowedTag(tag)) {
          reader.open(tag, allowedAttributes(tag, attrs, ledger));
          if (selfClosing) reader.close(tag);
          return;
        }
        opened.set(tag, (opened.get(tag) ?? 0) + 1);
        passOver(tag, attrs);
      },
      onEndTag({ tagName: tag }) {
        if (isAllowedTag(tag)) {
          reader.close(tag);
          return;
        }
        const open = opened.get(tag) ?? 0;
        if (open > 0) opened.set(tag, open - 1);
        // An end tag is told of only where no start tag was.
        passOver(tag, [], open > 0);
      },
      onCharacter: text,
      onWhitespaceCharacter: text,
      onNullCharacter: text,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);

  function passOver(tag: string, attrs: readonly Token.Attribute[], known = false): void {
    const kind = tag === 'br' ? 'br' : breakAtTag(tag);
    if (kind) reader.breakAt(kind);
    // `p` and `br` do what they say, so only their attributes are taken out.
    if (tag === 'p' || tag === 'br')
      for (const { name } of attrs) ledger.note('attribute', tag, name);
    else if (!known) ledger.note('tag', tag);
  }
}

function allowedAttributes(
  tag: AllowedTag,
  attrs: readonly Token.Attribute[],
  ledger: RemovalLedger,
): Attributes {
  const typed = new Map(attrs.map(({ name, value }) => [name, plainCharacters(value)]));
  const allowed: readonly string[] = ALLOWED_TAGS[tag];
  for (const name of typed.keys()) {
    if (!allowed.includes(name)) ledger.note('attribute', tag, name);
  }
  const kept: Record<string, string> = {};
  for (const name of allowed) {
    const value = typed.get(name);
    if (value === undefined) continue;
    const address = URL_ATTRIBUTES.has(name) ? value.replace(/[\t\n]/g, '').trim() : null;
    if (address !== null && !isSafeUrl(address)) ledger.note('url', tag, name);
    else kept[name] = address ?? value;
  }
  return kept;
}
