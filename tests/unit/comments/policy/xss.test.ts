import { parseFragment, serialize } from 'parse5';
import sanitizeHtml from 'sanitize-html';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { escapeText } from '../../../../src/comments/policy/escape.ts';
import {
  ALLOWED_TAGS,
  applyPolicy,
  cleanName,
  cleanWebsite,
  toTree,
} from '../../../../src/comments/policy/index.ts';
import { offList } from './support/off-list.ts';
import { sharedData } from './support/shared-data.ts';
import { treeAsHtml } from './support/tree-as-html.ts';

/** A few of each kind, for whoever has not the whole collection. */
const SOME = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg/onload=alert(1)>',
  '<a href="java\tscript:alert(1)">x</a>',
  '<a href="&#106;avascript&colon;alert(1)">x</a>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>">',
  '<b onmouseover=alert(1)>x</b>',
  '<abbr title="`onmouseover=alert(1)`">x</abbr>',
  '"><svg onload=alert(1)>',
  "' autofocus onfocus=alert(1) x='",
  '＜script＞alert(1)＜/script＞',
];

const COLLECTED = z.array(z.object({ payload: z.string() }));
const collected = COLLECTED.parse(sharedData('xss-vectors.json') ?? []);
const payloads = [...SOME, ...collected.map(({ payload }) => payload)];

/** Each payload as it is, and where it could break out of an attribute, a code or a quotation. */
const SURROUNDINGS: readonly ((payload: string) => string)[] = [
  (payload) => payload,
  (payload) => `<a href="https://e.org/" title="${payload}">x</a>`,
  (payload) => `<a href="${payload}">x</a>`,
  (payload) => `<code>${payload}`,
  (payload) => `<blockquote cite='${payload}'><b>${payload}</blockquote>`,
];

const SECOND_OPINION: sanitizeHtml.IOptions = {
  allowedTags: [...Object.keys(ALLOWED_TAGS), 'p', 'br'],
  allowedAttributes: {
    a: ['href', 'title', 'rel'],
    abbr: ['title'],
    acronym: ['title'],
    blockquote: ['cite'],
    del: ['datetime'],
    q: ['cite'],
  },
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  nonBooleanAttributes: [],
};

function asBrowserReads(html: string): string {
  return serialize(parseFragment(html));
}

describe(`${payloads.length} attacks`, () => {
  test('as a comment leave nothing but the list, p, br and rel', () => {
    for (const payload of payloads) {
      for (const surround of SURROUNDINGS) {
        const { html } = applyPolicy(surround(payload));
        expect(offList(html), surround(payload)).toEqual([]);
      }
    }
  });

  test('as a comment are written so that a browser reads back what was written', () => {
    for (const payload of payloads) {
      const { html } = applyPolicy(payload);
      const read = asBrowserReads(html);
      expect(asBrowserReads(read), payload).toBe(read);
      expect(applyPolicy(html).html, payload).toBe(html);
    }
  });

  test('as a comment leave nothing that sanitize-html would take out', () => {
    for (const payload of payloads) {
      const { html } = applyPolicy(payload);
      expect(asBrowserReads(sanitizeHtml(html, SECOND_OPINION)), payload).toBe(
        asBrowserReads(html),
      );
    }
  });

  test('as a tree for the browser are nothing but the list', () => {
    for (const payload of payloads) {
      const { html } = applyPolicy(payload);
      expect(treeAsHtml(toTree(html)), payload).toBe(html);
      expect(offList(treeAsHtml(toTree(payload))), payload).toEqual([]);
    }
  });

  test('as a name are one line of text, where text or an attribute is expected', () => {
    for (const payload of payloads) {
      const name = cleanName(payload);
      if (!name.ok) continue;
      expect(name.value).not.toMatch(/[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u);
      const page = `<b title="${escapeText(name.value)}">${escapeText(name.value)}</b>`;
      const [b, ...others] = parseFragment(page).childNodes;
      expect(others).toEqual([]);
      expect(b).toMatchObject({
        tagName: 'b',
        attrs: [{ name: 'title', value: name.value }],
        childNodes: [{ nodeName: '#text', value: name.value }],
      });
    }
  });

  test('as a website are refused, or an http(s) address that no quotation mark escapes', () => {
    for (const payload of payloads) {
      const website = cleanWebsite(payload);
      if (!website.ok || website.value === null) continue;
      expect(website.value).toMatch(/^https?:\/\/[^\s"<>`]+$/);
      expect(new URL(website.value).username).toBe('');
    }
  });
});
