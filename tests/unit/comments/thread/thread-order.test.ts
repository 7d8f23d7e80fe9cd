import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type InThread, threadOrder } from '../../../../src/comments/thread/thread-order.ts';

const comment = (id: string, parent: string | null = null, erased = false): InThread => ({
  id,
  parent,
  erasedAt: erased ? 1 : null,
});

/** `a`; under it `b`, and `c` that answers `b`: "a a>b a>c(b)". */
const drawn = (comments: readonly InThread[]): string =>
  threadOrder(comments)
    .map(
      ({ comment: { id }, under, to }) =>
        `${under ? `${under}>` : ''}${id}${to ? `(${to.id})` : ''}`,
    )
    .join(' ');

describe('a thread', () => {
  test.each([
    ['nothing', [], ''],
    ['first-level comments stay in order', [comment('a'), comment('b')], 'a b'],
    [
      'replies stand under what they answer',
      [comment('a'), comment('b'), comment('c', 'a')],
      'a a>c b',
    ],
    [
      'deeper replies stand at the second level and say whom they answer',
      [comment('a'), comment('b', 'a'), comment('c', 'b'), comment('d', 'c'), comment('e', 'a')],
      'a a>b a>c(b) a>d(c) a>e',
    ],
    [
      'a reply may come before what it answers, as imported ones do',
      [comment('c', 'b'), comment('b', 'a'), comment('a')],
      'a a>c(b) a>b',
    ],
    [
      'a reply to what is not public stands by itself, with its own replies',
      [comment('b', 'gone'), comment('c', 'b')],
      'b b>c',
    ],
    ['a comment that answers itself', [comment('a', 'a')], 'a'],
    [
      'a circle begins with its first',
      [comment('x', 'b'), comment('b', 'c'), comment('c', 'b')],
      'b b>x b>c',
    ],
    ['what was taken back goes', [comment('a', null, true), comment('b')], 'b'],
    [
      'what was taken back keeps its place while something answers it',
      [comment('a', null, true), comment('b', 'a')],
      'a a>b',
    ],
    [
      'also between replies',
      [comment('a'), comment('b', 'a', true), comment('c', 'b'), comment('d', 'a', true)],
      'a a>b a>c(b)',
    ],
    [
      'replies that were taken back too hold nothing up',
      [comment('a', null, true), comment('b', 'a', true)],
      '',
    ],
  ] as const)('%s', (_what, comments, expected) => {
    expect(drawn(comments)).toBe(expected);
  });

  const anyThread = fc
    .array(fc.record({ parent: fc.option(fc.nat(30)), erased: fc.boolean() }), { maxLength: 30 })
    .map((list) =>
      list.map(({ parent, erased }, index) =>
        comment(String(index), parent === null ? null : String(parent), erased),
      ),
    );

  test('loses nothing that has words, shows nothing twice, and never goes deeper than two', () => {
    fc.assert(
      fc.property(anyThread, (comments) => {
        const order = threadOrder(comments);
        const ids = order.map((placed) => placed.comment.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { id, erasedAt } of comments) if (erasedAt === null) expect(ids).toContain(id);
        let first: string | null = null;
        for (const { comment: each, under, to } of order) {
          if (under === null) first = each.id;
          else expect(under).toBe(first);
          if (to) expect(ids).toContain(to.id);
        }
      }),
    );
  });

  test('keeps the order of what is given, at each level', () => {
    fc.assert(
      fc.property(anyThread, (comments) => {
        const order = threadOrder(comments);
        for (const level of new Set(order.map(({ under }) => under))) {
          const indices = order
            .filter(({ under }) => under === level)
            .map((placed) => Number(placed.comment.id));
          expect(indices).toEqual(indices.toSorted((one, other) => one - other));
        }
      }),
    );
  });

  test('of a hundred thousand replies to each other is ordered without recursion', () => {
    const deep = Array.from({ length: 100_000 }, (_, n) =>
      comment(String(n), n === 0 ? null : String(n - 1)),
    );
    expect(threadOrder(deep.toReversed())).toHaveLength(100_000);
    expect(threadOrder(deep)[0]?.comment.id).toBe('0');
  });
});
