import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  ALLOWED_TAGS,
  applyPolicy,
  PolicyError,
  toTree,
} from '../../../../src/comments/policy/index.ts';
import { treeAsHtml } from './support/tree-as-html.ts';
import { offList } from './support/off-list.ts';
import { visibleText } from './support/visible-text.ts';

const TAGS = [
  ...Object.keys(ALLOWED_TAGS),
  'p',
  'br',
  'div',
  'script',
  'style',
  'xmp',
  'svg',
  'title',
  'x-y',
];
const ATTRIBUTES = ['href', 'title', 'cite', 'datetime', 'onclick', 'style', 'rel'];

/** Pieces of which browsers, and we, could think that they are markup. */
const piece = fc.oneof(
  fc.constantFrom(...TAGS).map((tag) => `<${tag}>`),
  fc.constantFrom(...TAGS).map((tag) => `</${tag}>`),
  fc
    .tuple(
      fc.constantFrom(...TAGS),
      fc.constantFrom(...ATTRIBUTES),
      fc.string(),
      fc.constantFrom('"', "'", ''),
    )
    .map(([tag, name, value, quote]) => `<${tag} ${name}=${quote}${value}${quote}>`),
  fc.constantFrom(
    ...['<', '>', '&', '"', "'", '`', '=', '/', '-->', '<!--', '<![CDATA[', ']]>', '</', '<?'],
    ...['\n', '\n\n', ' ', '\t', '\f', '\0', '\r', '\u00A0', '\u200B', '\u202E', '\uD800', '＜'],
    ...['&lt;', '&gt;', '&amp;', '&quot;', '&#60;', '&#x3c;', '&#0;', '&#10;', '&nbsp;', '&lt'],
    ...['http://e.org/', 'www.e.org', 'javascript:', 'https://', '(', ')', '.', ','],
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);
const comment = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

function applied(raw: string): ReturnType<typeof applyPolicy> | null {
  try {
    return applyPolicy(raw);
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}

const RUNS = { numRuns: 2000 };

test('whatever is typed, only the list is left', () => {
  fc.assert(
    fc.property(comment, (raw) => {
      expect(offList(applied(raw)?.html ?? '')).toEqual([]);
    }),
    RUNS,
  );
});

test('whatever is typed, what is stored stays the same when it is read again', () => {
  fc.assert(
    fc.property(comment, (raw) => {
      const once = applied(raw);
      if (once) expect(applyPolicy(once.html)).toMatchObject({ html: once.html, text: once.text });
    }),
    RUNS,
  );
});

test('whatever is typed, the text is what a browser shows of the HTML', () => {
  fc.assert(
    fc.property(comment, (raw) => {
      const once = applied(raw);
      if (once) expect(withoutSpace(visibleText(once.html))).toBe(withoutSpace(once.text));
    }),
    RUNS,
  );
});

test('whatever is typed, the tree is the HTML', () => {
  fc.assert(
    fc.property(comment, (raw) => {
      const once = applied(raw);
      if (once) expect(treeAsHtml(toTree(once.html))).toBe(once.html);
    }),
    RUNS,
  );
});

test('plain text loses nothing but controls, and gains no element but paragraphs and lines', () => {
  const plain = fc.string({ unit: 'grapheme' }).filter((text) => !/https?:|www\.|&|</i.test(text));
  fc.assert(
    fc.property(plain, (raw) => {
      const { html, text } = applyPolicy(raw);
      const seen = withoutSpace(raw);
      if (text !== '') expect(withoutSpace(text)).toBe(seen);
      expect(html.replace(/<\/?p>|<br>/g, '')).not.toMatch(/[<>]/);
    }),
    RUNS,
  );
});

test('whatever stands in <code> is shown as it was typed', () => {
  const source = fc.array(piece, { maxLength: 20 }).map((pieces) =>
    pieces
      .join('')
      .replace(/<\/code/gi, '')
      .replace(/[&\p{C}]/gu, ''),
  );
  fc.assert(
    fc.property(source, (typed) => {
      const { text } = applyPolicy(`<code>${typed}</code>`);
      if (text !== '') expect(withoutSpace(text)).toBe(withoutSpace(typed));
    }),
    RUNS,
  );
});

function withoutSpace(text: string): string {
  return text.replace(/[\s\p{Cc}]/gu, '');
}
