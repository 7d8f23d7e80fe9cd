import { timingSafeEqual } from 'node:crypto';
import type { CommentStore, StoredComment } from '../store/store.ts';
import { randomToken, sha256 } from './token.ts';

/** 128 bits as base64url. */
const HALF = 22;

/** What its author keeps to see a comment while it waits: the comment's id, then a secret. */
export interface Receipt {
  readonly id: string;
  readonly receiptHash: string;
  readonly receipt: string;
}

export function newReceipt(): Receipt {
  const id = randomToken(16);
  const secret = randomToken(16);
  return { id, receiptHash: sha256(secret), receipt: id + secret };
}

/** The comment that a receipt stands for; null when there is none, or the secret is wrong. */
export async function redeemReceipt(
  store: CommentStore,
  receipt: string,
): Promise<StoredComment | null> {
  if (!/^[\w-]{44}$/.test(receipt)) return null;
  const comment = await store.findComment(receipt.slice(0, HALF));
  if (!comment) return null;
  const given = Buffer.from(sha256(receipt.slice(HALF)));
  const kept = Buffer.from(comment.receiptHash);
  return given.length === kept.length && timingSafeEqual(given, kept) ? comment : null;
}
