import { Secret, TOTP } from 'otpauth';
import type { Instant } from '../store/store.ts';

/**
 * Six digits anew every 30 seconds, by HMAC-SHA-1 (RFC 6238): what every authenticator app
 * understands. A code of the step before or after is taken too (section 5.2): clocks differ, and
 * typing takes its time.
 */
const OPTIONS = { issuer: 'Strates', algorithm: 'SHA1', digits: 6, period: 30 } as const;
const WINDOW = 1;

/** A new secret of 160 bits (RFC 4226, section 4), in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the QR code says to an authenticator app. */
export function totpUri(secret: string, account: string): string {
  return new TOTP({ ...OPTIONS, label: account, secret }).toString();
}

/** The time step whose code this is; null for none of those that are good now. */
export function totpStep(secret: string, typed: string, now: Instant): number | null {
  const token = typed.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return null;
  const totp = new TOTP({ ...OPTIONS, secret });
  const delta = totp.validate({ token, timestamp: now, window: WINDOW });
  return delta === null ? null : totp.counter({ timestamp: now }) + delta;
}
