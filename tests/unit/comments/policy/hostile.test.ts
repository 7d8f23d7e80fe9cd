import { describe, expect, test } from 'vitest';
import { applyPolicy, PolicyError, toTree } from '../../../../src/comments/policy/index.ts';
import { offList } from './support/off-list.ts';
import { HOSTILE_COMMENTS } from './support/samples.ts';

function attempt(raw: string): { html: string; refused: string | null } {
  try {
    return { html: applyPolicy(raw).html, refused: null };
  } catch (error) {
    if (error instanceof PolicyError) return { html: '', refused: error.code };
    throw error;
  }
}

/** Milliseconds of the processor, whatever else the machine does meanwhile. */
function workToWriteAndRead(raw: string): number {
  const start = process.threadCpuUsage();
  toTree(attempt(raw).html);
  const { user, system } = process.threadCpuUsage(start);
  return (user + system) / 1000;
}

describe('a comment made to cost much', () => {
  test.each(Object.keys(HOSTILE_COMMENTS))('%s', (name) => {
    const raw = HOSTILE_COMMENTS[name] ?? '';
    expect(offList(attempt(raw).html)).toEqual([]);
  });

  test('is refused where markup goes too far, and only there', () => {
    const refused = Object.entries(HOSTILE_COMMENTS)
      .map(([name, raw]) => [name, attempt(raw).refused])
      .filter(([, code]) => code !== null);
    expect(Object.fromEntries(refused)).toEqual({
      'nested <b><i>': 'too-deep',
      'nested <q>': 'too-deep',
      'deep blockquotes': 'too-deep',
      '8,000 attributes': 'too-many-attributes',
      'paragraphs in nested formatting': 'too-large',
      'paragraphs in a link with a long title': 'too-large',
    });
  });

  // Work grows with length, not with its square: eight times the comment may take up to thirty-two
  // times as much (eight, and room for what the engine does beside), where a square would take
  // sixty-four.
  test('costs in proportion to its length, to write and to read again', () => {
    for (const [name, raw] of Object.entries(HOSTILE_COMMENTS)) {
      const eighth = raw.slice(0, raw.length / 8);
      const best = { whole: Infinity, eighth: Infinity };
      for (let run = 0; run < 5; run += 1) {
        best.whole = Math.min(best.whole, workToWriteAndRead(raw));
        best.eighth = Math.min(best.eighth, workToWriteAndRead(eighth));
      }
      expect(best.whole, name).toBeLessThan(32 * Math.max(best.eighth, 1));
    }
  });
});

describe('the limit of length', () => {
  const full = 'é'.repeat(32_762) + 'x';

  test('counts bytes of UTF-8', () => {
    expect(Buffer.byteLength(full)).toBe(65_525);
    expect(applyPolicy(full).text).toBe(full);
  });

  test('refuses what is over it whole, and never cuts (WordPress: CVE-2015-3440)', () => {
    expect(attempt(`${full}y`).refused).toBe('too-long');
    expect(attempt(`<b>${full}`).refused).toBe('too-long');
  });

  test.each(['"', '&', "'", '<', '`', 'x\n\n', '"\n\n', 'www.a.b ', 'http://a.b '])(
    'lets plain text through to the last byte: %j',
    (part) => {
      const raw = part.repeat(Math.floor(65_525 / part.length));
      expect(attempt(raw).refused).toBeNull();
    },
  );
});
