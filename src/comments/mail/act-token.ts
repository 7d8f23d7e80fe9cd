import { timingSafeEqual } from 'node:crypto';
import { keyedToken } from '../service/token.ts';
import type { Instant } from '../store/store.ts';

const DAY = 86_400_000;

/** How long a mailed link may decide. */
export const ACT_AGE = 7 * DAY;

/** What a mailed link may do: one moderator's decision on one comment as it was mailed. */
export interface Act {
  readonly moderator: string;
  readonly comment: string;
  /** When the text that was mailed had last been changed. */
  readonly seen: Instant | null;
  readonly expiresAt: Instant;
}

/** Signs `act` as `moderator.comment.seen.expires.signature`, all safe in a URL. */
export function writeActToken(
  secret: string,
  { moderator, comment, seen, expiresAt }: Act,
): string {
  const body = [moderator, comment, seen ?? '', expiresAt].join('.');
  return `${body}.${signature(secret, body)}`;
}

/** The act of a token that this secret signed, expired or not; null for any other text. */
export function readActToken(secret: string, token: string): Act | null {
  const match = /^(([\w-]+)\.([\w-]+)\.(\d*)\.(\d+))\.([\w-]{22})$/.exec(token);
  const [, body = '', moderator = '', comment = '', seen = '', expires = '', given = ''] =
    match ?? [];
  if (!match || !sameSecret(given, signature(secret, body))) return null;
  return {
    moderator,
    comment,
    seen: seen === '' ? null : Number(seen),
    expiresAt: Number(expires),
  };
}

/** Compares two secrets in a time that tells nothing of where they differ. */
export function sameSecret(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function signature(secret: string, body: string): string {
  return keyedToken(secret, `act ${body}`);
}
