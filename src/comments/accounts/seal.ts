import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** What a sealed text is for, and whose it is: it opens for nothing and nobody else. */
export interface SealedFor {
  readonly purpose: 'totp' | 'enrolment';
  readonly whose: string;
}

/** Encrypts `text` under a key made of the service's secret; base64url. */
export function seal(secret: string, text: string, sealedFor: SealedFor): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(secret, sealedFor), nonce);
  cipher.setAAD(Buffer.from(sealedFor.whose));
  const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), body]).toString('base64url');
}

/** What {@link seal} was given; null for anything else, and when the secret has changed since. */
export function unseal(secret: string, sealed: string, sealedFor: SealedFor): string | null {
  const bytes = Buffer.from(sealed, 'base64url');
  if (bytes.length < NONCE + TAG) return null;
  try {
    const key = keyOf(secret, sealedFor);
    const decipher = createDecipheriv(CIPHER, key, bytes.subarray(0, NONCE), {
      authTagLength: TAG,
    });
    decipher.setAAD(Buffer.from(sealedFor.whose));
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const body = [decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()];
    return Buffer.concat(body).toString('utf8');
  } catch {
    return null;
  }
}

function keyOf(secret: string, { purpose }: SealedFor): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `strates ${purpose}`, 32));
}
