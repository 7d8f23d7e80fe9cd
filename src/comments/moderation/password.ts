import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';

/** Argon2id as RFC 9106, section 4, second choice: 64 MiB, three passes, four lanes. */
const COST = { memory: 65_536, passes: 3, parallelism: 4 } as const;
const TAG_LENGTH = 32;
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/;

const derive = promisify(argon2);

/** Shorter ones are guessed; longer ones than this are somebody's attempt to keep us busy. */
export const PASSWORD_LENGTH = { min: 12, max: 256 } as const;

/** Length alone is asked for, no composition rules (NIST SP 800-63B, section 3.1.1.2). */
export function passwordProblem(password: string): 'too-short' | 'too-long' | null {
  const { length } = [...password];
  if (length < PASSWORD_LENGTH.min) return 'too-short';
  return length > PASSWORD_LENGTH.max ? 'too-long' : null;
}

/** The password's PHC string, with a new salt. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await tagOf(password, { nonce, ...COST, tagLength: TAG_LENGTH });
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

// Nobody's: spends on an unknown address the time that a known one costs.
const DECOY = hashPassword(randomBytes(32).toString('base64'));

/** Whether `password` made `phc`; with no `phc`, false after as much work. */
export async function verifyPassword(password: string, phc: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, nonce = '', tag = ''] =
    PHC.exec(phc ?? (await DECOY)) ?? [];
  const kept = Buffer.from(tag, 'base64');
  if (kept.length === 0 || [...password].length > PASSWORD_LENGTH.max) return false;
  const given = await tagOf(password, {
    nonce: Buffer.from(nonce, 'base64'),
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    tagLength: kept.length,
  });
  return timingSafeEqual(given, kept) && phc !== null;
}

function tagOf(
  password: string,
  cost: { nonce: Buffer; memory: number; passes: number; parallelism: number; tagLength: number },
): Promise<Buffer> {
  // The same characters, however the keyboard composes them, are the same password.
  return derive('argon2id', { message: password.normalize('NFC'), ...cost });
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
