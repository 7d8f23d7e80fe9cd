import { Secret } from 'otpauth';
import { sha256 } from '../service/token.ts';

const COUNT = 10;

/** 128 bits each, in base32, in groups that one can copy by hand. Shown once. */
export function newRecoveryCodes(): readonly string[] {
  return Array.from({ length: COUNT }, () =>
    new Secret({ size: 16 }).base32.replace(/(.{5})(?=.{5})/g, '$1-'),
  );
}

/**
 * How a code is kept. A plain hash is enough: 128 random bits are guessed by nobody, however fast
 * the hash. Case, spaces and dashes do not count.
 */
export function recoveryCodeHash(typed: string): string {
  return sha256(`recovery ${typed.toUpperCase().replace(/[^A-Z2-7]/g, '')}`);
}
