import { describe, expect, test } from 'vitest';
import { applyPolicy } from '../../../../src/comments/policy/index.ts';
import { isSafeUrl } from '../../../../src/comments/policy/safe-url.ts';
import { offList } from './support/off-list.ts';
import { shapeOf } from './support/shape.ts';
import { lostText } from './support/visible-text.ts';
import { type WordPressCase, wordPressCases } from './support/wordpress-cases.ts';
import { isAbout, wordPressDifferences } from './support/wordpress-differences.ts';

/**
 * Ways in which we differ from WordPress everywhere. Each is applied to what WordPress makes of an
 * input before it is compared with ours; `off` names the ones left out, to see that each is needed.
 */
const HABITS = {
  schemes:
    'An address that is not http, https or mailto, or is relative, takes its attribute along.',
  empty: 'An element in which there is nothing to read is not written: such a link has no name.',
  www: 'A link shows the address as it was typed: `www.…` without the `http://` that it leads to.',
  mail: 'An e-mail address in a text does not become a link for harvesters.',
  bodies: 'What no browser shows (script, style, iframe, noscript…) goes with its tag.',
  blocks:
    'wpautop lays out block elements (div, table…) that are not on the list: only text counts.',
} as const;
type Habit = keyof typeof HABITS;

const HIDDEN_BODY =
  /<(script|style|iframe|noembed|noframes|noscript|title)\b[^>]*>([\s\S]*?)<\/\1\s*>/gi;
const ADDRESS_ATTRIBUTES = new Set(['href', 'cite']);

function compare(example: WordPressCase, off?: Habit): { ours: string; theirs: string } {
  const { stage, input, expected } = example;
  const on = (habit: Habit): boolean => habit !== off;
  const blocks = stage === 'autop' && hasOtherElements(expected) && on('blocks');
  const paragraphs = (stage === 'autop' && !blocks) || stage === 'save+display';
  const ours = shapeOf(applyPolicy(input).html, { paragraphs });
  let theirs = shapeOf(expected, {
    paragraphs,
    keepsAttribute: (name, value) =>
      !on('schemes') || !ADDRESS_ATTRIBUTES.has(name) || isSafeUrl(value),
    keepsEmpty: !on('empty'),
  });
  if (on('www') && !input.includes('http://www')) theirs = theirs.replaceAll('>http://www', '>www');
  if (on('mail') && !input.includes('mailto:')) {
    theirs = theirs.replace(/<a href="mailto:([^"]*)">\1<\/a>/g, '$1');
  }
  if (on('bodies')) {
    for (const [, , body = ''] of input.matchAll(HIDDEN_BODY)) {
      theirs = theirs.replace(shapeOf(escapeMarkup(body), { paragraphs }), '');
    }
  }
  return { ours, theirs };
}

function hasOtherElements(html: string): boolean {
  return offList(html).length > 0;
}

function escapeMarkup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

const all = wordPressCases();
const measured = all.filter(({ stage }) => stage !== 'protocol');
const comparable = measured.filter((example) => !example.wp_differs_from_html_parser);
const flagged = measured.filter((example) => example.wp_differs_from_html_parser);
const differences = wordPressDifferences();

describe.skipIf(all.length === 0)('what WordPress 7.1 makes of a comment', () => {
  const unlike = comparable.filter((example) => {
    const { ours, theirs } = compare(example);
    return ours !== theirs;
  });

  test('is what we make of it, but for the table of differences', () => {
    const unexplained = unlike
      .filter((example) => !differences.some((difference) => isAbout(difference, example)))
      .map((example) => ({ ...example, ...compare(example) }));
    expect(unexplained).toEqual([]);
    const alike = comparable.length - unlike.length;
    console.log(`${comparable.length} cases: ${alike} alike, ${unlike.length} in the table`);
  });

  test.each(Object.keys(HABITS) as Habit[])('the habit "%s" makes a difference', (habit) => {
    const needed = comparable.filter((example) => {
      const without = compare(example, habit);
      return without.ours !== without.theirs && !unlike.includes(example);
    });
    expect(needed.length, HABITS[habit]).toBeGreaterThan(0);
  });

  test('each entry of the table is about one input and still differs as it says', () => {
    const stale = differences.filter((difference) => {
      const about = comparable.filter((example) => isAbout(difference, example));
      const inputs = new Set(about.map(({ input }) => input));
      const [input] = inputs;
      if (inputs.size !== 1 || input === undefined) return true;
      const differs = about.every((example) => unlike.includes(example));
      return !differs || applyPolicy(input).html !== difference.html;
    });
    expect(stale).toEqual([]);
  });

  test('where it loses text or takes text for tags, ours is safe and loses none', () => {
    expect(flagged.length).toBeGreaterThan(70);
    for (const { input } of flagged) {
      const { html, text } = applyPolicy(input);
      expect(offList(html), input).toEqual([]);
      expect(lostText(input, text), `${input}\n→ ${html}`).toBe('');
    }
  });

  test('of an address is kept where we keep one, and we keep http, https and mailto only', () => {
    const kept = all
      .filter(({ stage }) => stage === 'protocol')
      .map(({ input, expected }) => {
        const html = applyPolicy(`<a href="${input}">x</a>`).html;
        const href = /href="([^"]*)"/.exec(html)?.[1];
        if (href !== undefined) expect(href).toBe(expected);
        return href;
      });
    expect(kept.length).toBe(31);
    expect(kept.filter((href) => href !== undefined)).toEqual([
      'mailto:a@b.c',
      'https://example.org/',
    ]);
  });

  test('of a link is rel="nofollow ugc"; ours adds noopener and knows no links of its own', () => {
    for (const { stage, input, expected } of comparable) {
      if (stage !== 'rel_ugc' || !expected.includes('rel="')) continue;
      const { html } = applyPolicy(input);
      if (html.includes('href=')) expect(html).toContain('rel="nofollow ugc noopener"');
      else expect(html).not.toContain('rel=');
    }
  });
});

test('the comparison reads HTML as a browser does', () => {
  const shape = shapeOf('<B>a</B> <a title=t href="x">b', { paragraphs: true });
  expect(shape).toBe('<b>a</b> <a href="x" title="t">b</a>');
});
