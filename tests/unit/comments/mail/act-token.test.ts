import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readActToken, writeActToken } from '../../../../src/comments/mail/act-token.ts';

const SECRET = 'a secret of the tests, long enough to be one';

const acts = fc.record({
  moderator: fc.stringMatching(/^[\w-]{1,40}$/),
  comment: fc.stringMatching(/^[\w-]{22}$/),
  seen: fc.option(fc.nat(), { nil: null }),
  expiresAt: fc.nat(),
});

describe('the token of a mailed act', () => {
  test('is read as it was written, by whoever has the secret', () => {
    fc.assert(
      fc.property(acts, (act) => {
        const token = writeActToken(SECRET, act);
        expect(token).toMatch(/^[\w.-]+$/);
        expect(readActToken(SECRET, token)).toEqual(act);
        expect(readActToken(`${SECRET}!`, token)).toBeNull();
      }),
    );
  });

  test('changed in any character it is none', () => {
    const act = { moderator: 'ann', comment: 'c'.repeat(22), seen: null, expiresAt: 1_800_000_000 };
    const token = writeActToken(SECRET, act);
    for (let at = 0; at < token.length; at += 1)
      for (const other of ['A', '7', '.', '-']) {
        if (token[at] === other) continue;
        const changed = token.slice(0, at) + other + token.slice(at + 1);
        expect(readActToken(SECRET, changed), changed).toBeNull();
      }
  });

  test('no part of one can be taken for a part of another', () => {
    const one = { moderator: 'ann', comment: 'b', seen: 12, expiresAt: 3 };
    const token = writeActToken(SECRET, one);
    expect(readActToken(SECRET, token.replace('.12.3.', '.1.23.'))).toBeNull();
    expect(readActToken(SECRET, token.replace('ann.b', 'an.nb'))).toBeNull();
  });

  test.each(['', 'x', '....', 'a.b..1', `a.b..1.${'x'.repeat(22)}`, 'é.b..1.x', '%00.b..1.x'])(
    '%j is none',
    (text) => {
      expect(readActToken(SECRET, text)).toBeNull();
    },
  );
});
