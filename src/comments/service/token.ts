import { createHash, randomBytes } from 'node:crypto';

/** `bytes` random bytes as base64url. */
export function randomToken(bytes: number): string {
  return randomBytes(bytes).toString('base64url');
}

/** SHA-256 as hex: how a secret is kept, so that the database alone opens nothing. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
