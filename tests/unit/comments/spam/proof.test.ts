import { solveChallenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { beforeAll, describe, expect, test } from 'vitest';
import { readSettings } from '../../../../src/comments/service/read-settings.ts';
import { newChallenge, PROOF_AGE_MS, readProof } from '../../../../src/comments/spam/proof.ts';

type Challenge = Awaited<ReturnType<typeof newChallenge>>;

let at = Date.now();
const service = {
  secret: 'a secret of the tests, long enough to be one',
  now: () => at,
  settings: readSettings({ POW_COST: '10' }),
};

async function solve(challenge: Challenge) {
  const solution = await solveChallenge({ challenge, deriveKey });
  if (!solution) throw new Error('not solved');
  return solution;
}

const packed = (payload: unknown) => Buffer.from(JSON.stringify(payload)).toString('base64');

let challenge: Challenge;
let solution: Awaited<ReturnType<typeof solve>>;
beforeAll(async () => {
  challenge = await newChallenge(service);
  solution = await solve(challenge);
});

describe('a proof of work', () => {
  test('is good once solved, and says how long ago it was asked for', async () => {
    const issued = at;
    at += 5_000;
    const proof = await readProof(service, packed({ challenge, solution }));
    at = issued;
    expect(proof).toEqual({ kind: 'good', id: challenge.signature, ageMs: 5_000 });
  });

  test('is good whatever the order of its parameters, and still the same one', async () => {
    const entries = Object.entries(challenge.parameters).reverse();
    const other = { ...challenge, parameters: Object.fromEntries(entries) };
    expect(await readProof(service, packed({ challenge: other, solution }))).toMatchObject({
      kind: 'good',
      id: challenge.signature,
    });
  });

  test('is good to its last moment and bad from then on', async () => {
    const issued = at;
    const field = packed({ challenge, solution });
    at = Number(challenge.parameters.expiresAt) * 1000 - 1;
    expect(at - issued).toBeGreaterThan(PROOF_AGE_MS - 1_001);
    expect((await readProof(service, field)).kind).toBe('good');
    at += 1;
    expect((await readProof(service, field)).kind).toBe('bad');
    at = issued;
  });

  test('is none when nothing was sent', async () => {
    expect(await readProof(service, '')).toEqual({ kind: 'none' });
  });

  test.each<[string, (good: { challenge: Challenge; solution: typeof solution }) => unknown]>([
    ['not solved', ({ challenge: of }) => ({ challenge: of })],
    ['another counter', (good) => ({ ...good, solution: { ...good.solution, counter: 1e6 } })],
    [
      'an easier cost',
      (good) => ({
        ...good,
        challenge: { ...good.challenge, parameters: { ...good.challenge.parameters, cost: 1 } },
      }),
    ],
    [
      'a later end',
      (good) => ({
        ...good,
        challenge: {
          ...good.challenge,
          parameters: { ...good.challenge.parameters, expiresAt: 9_999_999_999 },
        },
      }),
    ],
    [
      'an earlier beginning',
      (good) => ({
        ...good,
        challenge: {
          ...good.challenge,
          parameters: { ...good.challenge.parameters, data: { at: 0 } },
        },
      }),
    ],
    ['no signature', (good) => ({ ...good, challenge: { parameters: good.challenge.parameters } })],
    [
      'another signature',
      (good) => ({ ...good, challenge: { ...good.challenge, signature: '0'.repeat(64) } }),
    ],
    ['no object', () => 'altcha'],
    ['null', () => null],
    ['too long', (good) => ({ ...good, more: 'x'.repeat(4_000) })],
  ])('is bad: %s', async (_what, change) => {
    const field = packed(change({ challenge, solution }));
    expect((await readProof(service, field)).kind).toBe('bad');
  });

  test.each(['x', '%', '{}', 'e30=', '💥'])('is bad: the field is %j', async (field) => {
    expect((await readProof(service, field)).kind).toBe('bad');
  });

  test('of another service is bad', async () => {
    const theirs = await newChallenge({ ...service, secret: 'another secret' });
    const field = packed({ challenge: theirs, solution: await solve(theirs) });
    expect((await readProof(service, field)).kind).toBe('bad');
  });

  test('of a solution that does not begin with the prefix is bad, though its key is right', async () => {
    for (let counter = 0; counter < 50; counter += 1) {
      const nonce = Buffer.from(challenge.parameters.nonce, 'hex');
      const count = Buffer.alloc(4);
      count.writeUInt32BE(counter);
      const salt = Buffer.from(challenge.parameters.salt, 'hex');
      const password = Buffer.concat([nonce, count]);
      const { derivedKey } = await deriveKey(challenge.parameters, salt, password);
      if (derivedKey[0] === 0) continue;
      const wrong = { counter, derivedKey: Buffer.from(derivedKey).toString('hex') };
      const field = packed({ challenge, solution: wrong });
      expect((await readProof(service, field)).kind).toBe('bad');
      return;
    }
  });
});
