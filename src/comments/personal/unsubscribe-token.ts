import { timingSafeEqual } from 'node:crypto';
import { keyedToken } from '../service/token.ts';

/** 128 bits as base64url. */
const HALF = 22;

/**
 * What the links that end a subscription carry: its id, and a proof that we wrote the link. Nothing
 * is kept of it and it never expires: a mail of years ago still lets its reader go.
 */
export function unsubscribeToken(secret: string, subscription: string): string {
  return subscription + keyedToken(secret, `unsubscribe ${subscription}`);
}

/** The subscription that a token ends; null when we did not write it. */
export function readUnsubscribeToken(secret: string, token: string): string | null {
  if (!/^[\w-]{44}$/.test(token)) return null;
  const subscription = token.slice(0, HALF);
  const right = Buffer.from(unsubscribeToken(secret, subscription));
  return timingSafeEqual(Buffer.from(token), right) ? subscription : null;
}
