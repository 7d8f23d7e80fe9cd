import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import { sha256 } from '../service/token.ts';
import type { CommentStore, Instant } from '../store/store.ts';

/** How long a page with a passkey button may stand open before one presses it. */
export const CHALLENGE_AGE = 15 * 60_000;

const EXPIRY = 6;
const RANDOM = 18;

/**
 * A challenge for a passkey to sign, base64url. It carries its own end and a MAC, so that showing a
 * page writes nothing down; `purpose` is what the signature will be good for.
 */
export function newChallenge(secret: string, purpose: string, now: Instant): string {
  const expiry = Buffer.alloc(EXPIRY);
  expiry.writeUIntBE(now + CHALLENGE_AGE, 0, EXPIRY);
  const body = Buffer.concat([expiry, randomBytes(RANDOM)]);
  return Buffer.concat([body, macOf(secret, purpose, body)]).toString('base64url');
}

/** Uses a challenge up: true once, for one that this service made for this purpose and lately. */
export async function takeChallenge(
  { store, secret, now }: { store: CommentStore; secret: string; now: () => Instant },
  challenge: string,
  purpose: string,
): Promise<boolean> {
  const bytes = Buffer.from(challenge, 'base64url');
  // Decoding overlooks what is no base64url: one challenge must not be spelled in two ways.
  if (bytes.toString('base64url') !== challenge) return false;
  const body = bytes.subarray(0, EXPIRY + RANDOM);
  const mac = bytes.subarray(EXPIRY + RANDOM);
  const right = macOf(secret, purpose, body);
  if (mac.length !== right.length || !timingSafeEqual(mac, right)) return false;
  const at = now();
  if (body.readUIntBE(0, EXPIRY) <= at) return false;
  const key = `challenge:${sha256(challenge).slice(0, 32)}`;
  return store.allow({ key, limit: 1, windowMs: CHALLENGE_AGE, now: at });
}

function macOf(secret: string, purpose: string, body: Buffer): Buffer {
  return createHmac('sha256', secret).update(`challenge ${purpose}\n`).update(body).digest();
}
