import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  CHALLENGE_AGE,
  newChallenge,
  takeChallenge,
} from '../../../../src/comments/accounts/challenge.ts';
import { openStore } from '../../../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../../../src/comments/store/store.ts';

const secret = 'a secret of the tests, long enough to be one';
const NOW = 1_795_687_200_000;
let store: CommentStore;
let now = NOW;
beforeEach(async () => {
  store = await openStore({ file: ':memory:' });
  now = NOW;
});
afterEach(() => store.close());

const take = (challenge: string, purpose = 'sign in', key = secret) =>
  takeChallenge({ store, secret: key, now: () => now }, challenge, purpose);

test('a challenge is good once, however many ask at the same time', async () => {
  const challenge = newChallenge(secret, 'sign in', NOW);
  expect(newChallenge(secret, 'sign in', NOW)).not.toBe(challenge);
  const taken = await Promise.all([1, 2, 3].map(() => take(challenge)));
  expect(taken.filter(Boolean)).toHaveLength(1);
  now += CHALLENGE_AGE - 1;
  expect(await take(challenge)).toBe(false);
});

test('it is good for its purpose, from this service, in its time', async () => {
  const challenge = newChallenge(secret, 'sign in', NOW);
  expect(await take(challenge, 'passkey of somebody')).toBe(false);
  expect(await take(challenge, 'sign in', `${secret}.`)).toBe(false);
  now += CHALLENGE_AGE;
  expect(await take(challenge)).toBe(false);
  now -= 1;
  expect(await take(challenge)).toBe(true);
});

test('a changed one is nobody’s, the end that it names included', async () => {
  const bytes = Buffer.from(newChallenge(secret, 'sign in', NOW), 'base64url');
  for (const index of bytes.keys()) {
    const changed = Buffer.from(bytes);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(await take(changed.toString('base64url'))).toBe(false);
  }
  const whole = newChallenge(secret, 'sign in', NOW);
  const spelled = [`${whole}=`, ` ${whole}`, `${whole.slice(0, 9)}\n${whole.slice(9)}`];
  for (const text of ['', 'x', '%%%', ...spelled]) expect(await take(text)).toBe(false);
});
