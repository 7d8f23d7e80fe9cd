import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { expect, test } from 'vitest';
import { readSettings } from '../../../../src/comments/service/read-settings.ts';
import { newChallenge, readProof } from '../../../../src/comments/spam/proof.ts';
import { solveProof } from '../../../../src/comments/spam/solve-proof.ts';

const service = {
  secret: 'a secret of the tests, long enough to be one',
  now: Date.now,
  settings: readSettings({ POW_COST: '3' }),
};

test('the page’s own solver finds what altcha-lib’s does, and the service takes it', async () => {
  for (let n = 0; n < 5; n += 1) {
    const challenge = await newChallenge(service);
    const solution = await solveProof(challenge);
    const theirs = await solveChallenge({ challenge, deriveKey });
    expect(solution).toEqual({ counter: theirs?.counter, derivedKey: theirs?.derivedKey });
    const field = btoa(JSON.stringify({ challenge, solution }));
    expect((await readProof(service, field)).kind).toBe('good');
  }
});

test('it rejects where nothing can be derived', async () => {
  const { parameters } = await newChallenge(service);
  const wrong = { parameters: { ...parameters, algorithm: 'PBKDF2/MD5' } };
  await expect(solveProof(wrong)).rejects.toThrow();
});
