import { plainCharacters } from './characters.ts';
import { composeComment } from './compose-comment.ts';
import { LIMITS } from './limits.ts';
import { PolicyError } from './policy-error.ts';
import { readMarkup } from './read-markup.ts';
import { removalLedger } from './removal-ledger.ts';
import type { Removal } from './removal.ts';
import { settleTags } from './settle-tags.ts';

/** Raised whenever the same text would give other HTML: stored comments are then made anew. */
export const POLICY_VERSION = 1;

export interface PolicyResult {
  /** What is published: the allowed tags, and the `p`, `br` and `rel` that the policy writes. */
  readonly html: string;
  /** What was taken out, in the order in which it was met. */
  readonly removed: readonly Removal[];
  /** What a reader sees, for search and the finding of duplicates; empty when there is nothing to see. */
  readonly text: string;
}

/**
 * Turns what a visitor typed into what is published.
 *
 * @throws PolicyError when the comment is over a limit; nothing is ever cut short.
 */
export function applyPolicy(raw: string): PolicyResult {
  if (Buffer.byteLength(raw) > LIMITS.commentBytes) {
    throw new PolicyError('too-long', `more than ${LIMITS.commentBytes} bytes`);
  }
  const ledger = removalLedger();
  const comment = composeComment(ledger);
  readMarkup(settleTags(plainCharacters(raw), ledger), ledger, comment);
  return { ...comment.finish(), removed: ledger.list() };
}
