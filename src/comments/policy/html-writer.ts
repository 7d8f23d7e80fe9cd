import { type AllowedTag, LINK_REL, mayNest } from './allowed-tags.ts';
import { escapeText } from './escape.ts';
import { linkAddresses } from './link-addresses.ts';
import { MARKUP_LIMITS } from './limits.ts';
import { PolicyError } from './policy-error.ts';
import type { Attributes } from './read-markup.ts';

/** An element that the author opened; one object for each time. */
export interface OpenElement {
  readonly tag: AllowedTag;
  readonly attributes: Attributes;
  /** Whether it came to hold anything. */
  written: boolean;
}

export interface HtmlWriter {
  /** Text within the elements of `open`, outermost first. */
  write(open: readonly OpenElement[], text: string): void;
  /** The text that is written next begins a new line, or a new paragraph. */
  lineBreak(): void;
  paragraphBreak(): void;
  /** Whether nothing stands on the line yet. */
  atLineStart(): boolean;
  finish(): { html: string; text: string };
}

/** Elements in which an address is no link: a link is one already, code is literal. */
const LINKLESS: ReadonlySet<AllowedTag> = new Set<AllowedTag>(['a', 'code']);

const PARAGRAPH = Symbol('paragraph');

/** What is open in the HTML: quotations around a paragraph around the rest. */
type Chain = readonly (OpenElement | typeof PARAGRAPH)[];

/**
 * Writes a comment so that it nests as HTML wants: blockquotes hold paragraphs, paragraphs hold
 * everything else. Elements are opened when there is text for them and closed when the next text
 * is not theirs; a paragraph that ends within them closes them, and the next one opens them again.
 *
 * @throws PolicyError `too-large` when that repetition was what the comment was made for.
 */
export function htmlWriter(): HtmlWriter {
  const html: string[] = [];
  const text: string[] = [];
  let written: (OpenElement | typeof PARAGRAPH)[] = [];
  let size = 0;
  /** Text within `written`, kept back while it may go on: an address in it is one address. */
  let current = '';
  let pending: 'none' | 'line' | 'paragraph' = 'none';

  function emit(part: string): void {
    size += part.length;
    if (size > MARKUP_LIMITS.htmlCharacters) {
      throw new PolicyError('too-large', `more than ${MARKUP_LIMITS.htmlCharacters} characters`);
    }
    html.push(part);
  }

  function emitCurrent(): void {
    const linkless = written.some((open) => open !== PARAGRAPH && LINKLESS.has(open.tag));
    const pieces = linkless ? [{ text: current, href: null }] : linkAddresses(current);
    for (const { text, href } of pieces) {
      if (href === null) emit(escapeText(text));
      else emit(`${openingTag({ tag: 'a', attributes: { href } })}${escapeText(text)}</a>`);
    }
    current = '';
  }

  function closeDownTo(length: number): void {
    if (written.length > length) emitCurrent();
    for (const open of written.slice(length).reverse()) emit(`</${tagOf(open)}>`);
    written = written.slice(0, length);
  }

  function begin(chain: Chain): void {
    if (pending === 'paragraph') closeDownTo(Math.max(0, written.indexOf(PARAGRAPH)));
    let common = 0;
    while (common < chain.length && written[common] === chain[common]) common += 1;
    closeDownTo(common);
    if (chain.length > common || pending === 'line') emitCurrent();
    if (pending === 'line' && written.includes(PARAGRAPH)) {
      emit('<br>');
      text.push('\n');
    }
    pending = 'none';
    for (const open of chain.slice(common)) {
      emit(openingTag(open));
      written.push(open);
      if (open !== PARAGRAPH) open.written = true;
      else if (text.length > 0) text.push('\n\n');
    }
  }

  return {
    write(open, content) {
      const quotations = open.filter(({ tag }) => tag === 'blockquote');
      begin([...quotations, PARAGRAPH, ...withinParagraph(open)]);
      current += content;
      text.push(content);
    },
    lineBreak() {
      if (pending === 'none') pending = 'line';
    },
    paragraphBreak() {
      pending = 'paragraph';
    },
    atLineStart: () => pending !== 'none' || !written.includes(PARAGRAPH),
    finish() {
      closeDownTo(0);
      return { html: html.join(''), text: text.join('') };
    },
  };
}

/** What is open around the text in its paragraph; what a quotation kept apart may now be one too many. */
function withinParagraph(open: readonly OpenElement[]): OpenElement[] {
  const within: OpenElement[] = [];
  for (const element of open) {
    if (element.tag === 'blockquote') continue;
    if (within.at(-1)?.tag === element.tag && !mayNest(element.tag)) element.written = true;
    else within.push(element);
  }
  return within;
}

function tagOf(open: Chain[number]): string {
  return open === PARAGRAPH ? 'p' : open.tag;
}

function openingTag(open: typeof PARAGRAPH | Omit<OpenElement, 'written'>): string {
  if (open === PARAGRAPH) return '<p>';
  const attributes = Object.entries(open.attributes).map(
    ([name, value]) => ` ${name}="${escapeText(value)}"`,
  );
  const rel = open.attributes['href'] === undefined ? '' : ` rel="${LINK_REL}"`;
  return `<${open.tag}${attributes.join('')}${rel}>`;
}
