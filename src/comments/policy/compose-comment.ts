import { type AllowedTag, mayNest } from './allowed-tags.ts';
import { blankEnd, blankStart, isVisible } from './characters.ts';
import { htmlWriter, type OpenElement } from './html-writer.ts';
import { MARKUP_LIMITS } from './limits.ts';
import { PolicyError } from './policy-error.ts';
import type { MarkupReader } from './read-markup.ts';
import type { RemovalLedger } from './removal-ledger.ts';

/** A line end, spaces, or what stands between them on one line. */
const PIECES = /\n|[ \t\f]+|[^ \t\f\n]+(?:[ \t\f]+[^ \t\f\n]+)*/g;

/**
 * Composes the comment out of what is read: balances the tags as WordPress does, makes paragraphs
 * of blank lines and line breaks of the others, links bare addresses, and leaves out elements in
 * which there is nothing to read.
 *
 * @throws PolicyError `too-deep`, `too-large`
 */
export function composeComment(
  ledger: RemovalLedger,
): MarkupReader & { finish(): { html: string; text: string } } {
  const writer = htmlWriter();
  const open: OpenElement[] = [];
  /** Text since the last tag that counts. */
  let run = '';
  let space = { text: '', depth: 0 };
  let lineEnds = 0;
  let breaks = 0;

  function flush(): void {
    const text = run;
    run = '';
    if (text === '') return;
    if (isOpen('code')) {
      writeCode(text);
      return;
    }
    for (const [piece] of text.matchAll(PIECES)) {
      if (piece === '\n') lineEnd();
      else if (isVisible(piece)) writeWords(piece);
      else holdSpace(piece);
    }
  }

  function writeCode(text: string): void {
    const body = text.replace(/^(?:[ \t\f]*\n)+/, '').trimEnd();
    if (!isVisible(body)) return;
    writeSpace();
    writer.write(open, body);
    lineEnds = breaks = 0;
  }

  /** What shows nothing at the edges (no-break spaces, marks of direction…) waits as spaces do. */
  function writeWords(piece: string): void {
    const start = blankStart(piece);
    const end = piece.length - blankEnd(piece);
    holdSpace(piece.slice(0, start));
    writeSpace();
    writer.write(open, piece.slice(start, end));
    lineEnds = breaks = 0;
    holdSpace(piece.slice(end));
  }

  /** Space waits for a word: at the edges of a line, or in an element that stays empty, it is nothing. */
  function holdSpace(text: string): void {
    const held = writer.atLineStart() ? text.replace(/\s/g, '') : text;
    if (held === '') return;
    const { depth } = space.text === '' ? { depth: open.length } : space;
    space = { text: space.text + held, depth };
  }

  function writeSpace(): void {
    if (space.text !== '') writer.write(open.slice(0, space.depth), space.text);
    dropSpace();
  }

  function dropSpace(): void {
    space = { text: '', depth: 0 };
  }

  /** Where a quotation begins or ends, so does a paragraph. */
  function partAt(tag: AllowedTag): void {
    if (tag !== 'blockquote') return;
    dropSpace();
    writer.paragraphBreak();
  }

  function lineEnd(): void {
    dropSpace();
    lineEnds += 1;
    if (lineEnds > 1) writer.paragraphBreak();
    else writer.lineBreak();
  }

  function lineBreak(): void {
    dropSpace();
    breaks += 1;
    if (breaks > 1) writer.paragraphBreak();
    else writer.lineBreak();
  }

  function isOpen(tag: AllowedTag): boolean {
    return open.some((element) => element.tag === tag);
  }

  /** Closes everything down to the element at `depth`, and it too. */
  function closeFrom(depth: number): void {
    while (open.length > depth) {
      const element = open.at(-1);
      if (element?.tag === 'blockquote') dropSpace();
      const holdsSpace = space.depth === open.length && !writer.atLineStart();
      if (element?.written && holdsSpace) writeSpace();
      open.pop();
      if (element) partAt(element.tag);
      space.depth = Math.min(space.depth, open.length);
      if (element && !element.written) ledger.note('empty', element.tag);
    }
  }

  return {
    text(text) {
      run += text;
    },
    open(tag, attributes) {
      flush();
      const same = tag === 'a' ? open.findIndex((element) => element.tag === tag) : open.length - 1;
      if (open[same]?.tag === tag && !mayNest(tag)) closeFrom(same);
      if (open.length >= MARKUP_LIMITS.depth) {
        throw new PolicyError(
          'too-deep',
          `more than ${MARKUP_LIMITS.depth} elements in each other`,
        );
      }
      partAt(tag);
      open.push({ tag, attributes, written: false });
    },
    close(tag) {
      const depth = open.findLastIndex((element) => element.tag === tag);
      if (depth === -1) return;
      flush();
      closeFrom(depth);
    },
    breakAt(kind) {
      flush();
      if (kind === 'br') lineBreak();
      else if (kind === 'space') holdSpace(' ');
      else {
        dropSpace();
        if (kind === 'line') writer.lineBreak();
        else writer.paragraphBreak();
      }
    },
    finish() {
      flush();
      closeFrom(0);
      return writer.finish();
    },
  };
}
