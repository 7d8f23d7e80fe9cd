import { createChallenge, verifySolution, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import { z } from 'zod';
import type { Service } from '../service/service.ts';
import { keyedToken } from '../service/token.ts';

/**
 * Proof of work after ALTCHA's protocol, version 2 (https://altcha.org): the browser looks for a
 * counter whose PBKDF2 key begins with a zero byte. A challenge costs us one HMAC and no row, its
 * solution some two hundred derivations, the check of it one.
 */
const ALGORITHM = 'PBKDF2/SHA-256';
const KEY_PREFIX = '00';

/** How long a challenge is good: as long as somebody writes. */
export const PROOF_AGE_MS = 20 * 60_000;

/** More than any payload of ours is. */
const LONGEST = 2_000;

export type Proof =
  /** Nothing was sent: the form without JavaScript, or a program. */
  | { readonly kind: 'none' }
  /** Expired, forged, or not solved. */
  | { readonly kind: 'bad' }
  /** Solved; `id` is good once. */
  | { readonly kind: 'good'; readonly id: string; readonly ageMs: number };

type ProofService = Pick<Service, 'secret' | 'now'> & {
  readonly settings: Pick<Service['settings'], 'spam'>;
};

/** A new challenge, signed, with the moment at which it was asked for. */
export function newChallenge({ secret, now, settings }: ProofService): Promise<Challenge> {
  const at = now();
  return createChallenge({
    algorithm: ALGORITHM,
    cost: settings.spam.powCost,
    keyPrefix: KEY_PREFIX,
    deriveKey,
    expiresAt: new Date(at + PROOF_AGE_MS),
    data: { at },
    hmacSignatureSecret: signatureSecret(secret),
  });
}

/** What the form's field `altcha` holds, in base64. */
const PAYLOAD = z.object({
  challenge: z.object({
    parameters: z.looseObject({
      algorithm: z.literal(ALGORITHM),
      nonce: z.string(),
      salt: z.string(),
      cost: z.int().positive(),
      keyLength: z.int().positive(),
      keyPrefix: z.string(),
      expiresAt: z.int(),
      data: z.object({ at: z.int() }),
    }),
    signature: z.string(),
  }),
  solution: z.object({ counter: z.int(), derivedKey: z.string() }),
});

/** Reads the field `altcha` and checks the work, without using it up. */
export async function readProof({ secret, now }: ProofService, field: string): Promise<Proof> {
  if (field === '') return { kind: 'none' };
  const payload = PAYLOAD.safeParse(parsed(field));
  if (!payload.success) return { kind: 'bad' };
  const { challenge, solution } = payload.data;
  const { data, expiresAt } = challenge.parameters;
  if (expiresAt * 1000 <= now()) return { kind: 'bad' };
  // The signature is looked at before any work is done: what we did not make costs us a hash.
  const { verified } = await verifySolution({
    challenge,
    solution,
    deriveKey,
    hmacSignatureSecret: signatureSecret(secret),
  });
  if (!verified) return { kind: 'bad' };
  return { kind: 'good', id: challenge.signature, ageMs: Math.max(0, now() - data.at) };
}

/** Reads the field `altcha` and uses its work up: what was used before, at whichever process, is bad. */
export async function takeProof(
  service: ProofService & Pick<Service, 'store'>,
  field: string,
): Promise<Proof> {
  const proof = await readProof(service, field);
  if (proof.kind !== 'good') return proof;
  const use = { key: `proof:${proof.id}`, limit: 1, windowMs: PROOF_AGE_MS, now: service.now() };
  return (await service.store.allow(use)) ? proof : { kind: 'bad' };
}

function parsed(field: string): unknown {
  if (field.length > LONGEST) return null;
  try {
    return JSON.parse(Buffer.from(field, 'base64').toString('utf8'));
  } catch {
    return null;
  }
}

function signatureSecret(secret: string): string {
  return keyedToken(secret, 'proof of work');
}
