import { createHash } from 'node:crypto';
import type { Row } from './read-rows.ts';
import { withoutNul } from './without-nul.ts';

const MODULUS = 2n ** 256n;

/** How many rows a table has, and a number that any change of any of them changes. */
export interface TableDigest {
  readonly rows: number;
  readonly digest: string;
}

/**
 * Takes in rows in any order, since databases sort texts differently: the digest is the sum of the
 * rows' SHA-256.
 */
export function tableDigest() {
  let rows = 0;
  let sum = 0n;
  return {
    add(row: Row): void {
      const values = Object.keys(row)
        .sort()
        .map((column) => [column, withoutNul(row[column])]);
      const hash = createHash('sha256').update(JSON.stringify(values)).digest('hex');
      sum = (sum + BigInt(`0x${hash}`)) % MODULUS;
      rows += 1;
    },
    result: (): TableDigest => ({ rows, digest: sum.toString(16).padStart(64, '0') }),
  };
}
