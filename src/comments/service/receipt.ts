import { timingSafeEqual } from 'node:crypto';
import type { CommentStore, StoredComment } from '../store/store.ts';
import { keyedToken, sha256 } from './token.ts';

/** 128 bits as base64url. */
const HALF = 22;

/** What its author keeps to see a comment while it waits, and the hash by which it is known. */
export interface Receipt {
  /** The comment's id, then a secret. */
  readonly receipt: string;
  /** Of its secret. */
  readonly hash: string;
}

/** The receipt of a comment: the same each time, for whoever posts it twice. */
export function receiptOf(serviceSecret: string, id: string): Receipt {
  const secret = keyedToken(serviceSecret, `receipt ${id}`);
  return { receipt: id + secret, hash: sha256(secret) };
}

/** The comment that a receipt stands for; null when there is none, or the secret is wrong. */
export async function redeemReceipt(
  { store, secret }: { readonly store: CommentStore; readonly secret: string },
  receipt: string,
): Promise<StoredComment | null> {
  if (!/^[\w-]{44}$/.test(receipt)) return null;
  const comment = await store.findComment(receipt.slice(0, HALF));
  if (!comment) return null;
  const given = Buffer.from(sha256(receipt.slice(HALF)));
  // Of what was taken back the hash is gone; the receipt still tells its author so.
  const hash = comment.erasedAt === null ? comment.receiptHash : receiptOf(secret, comment.id).hash;
  const kept = Buffer.from(hash);
  return given.length === kept.length && timingSafeEqual(given, kept) ? comment : null;
}
