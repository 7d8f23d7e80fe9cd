import type { PolicyResult } from '../policy/index.ts';
import { toTree } from '../policy/index.ts';
import { isCommenter } from '../personal/commenter-proof.ts';
import type { Service } from '../service/service.ts';
import { keyedToken } from '../service/token.ts';
import type { Signal, StoredComment } from '../store/store.ts';
import { checkText, runChecks, TEXT_CHECKS } from './checks.ts';
import { linksOf } from './links-of.ts';
import type { Proof } from './proof.ts';
import { ruleBook } from './rule-book.ts';
import { sameText } from './same-text.ts';

const DAY = 86_400_000;

/** So many postings on one thread, by whomever, are more than people write. */
const FLOOD = { limit: 30, windowMs: 10 * 60_000 } as const;

/** One posting, cleaned, with what its form holds beside the comment. */
export interface PostingToJudge {
  readonly tutorial: string;
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly policy: PolicyResult;
  readonly network: string;
  readonly trap: string;
  readonly proof: Proof;
  /** What shows that the sender owns the address: see `commenterProof`. */
  readonly commenter: string;
}

export interface Judgement {
  readonly to: 'pending' | 'spam' | 'approved';
  readonly signals: readonly Signal[];
}

/** Runs every check on a posting that is about to be stored, and counts it. */
export async function judgePosting(service: Service, posting: PostingToJudge): Promise<Judgement> {
  const { store, settings, now } = service;
  const { proof, policy, network, trap, ...author } = posting;
  const { blocks } = await ruleBook(store, now());
  const facts = {
    ...author,
    text: policy.text,
    links: linksOf(toTree(policy.html)),
    network,
    trap,
    proofAgeMs: proof.kind === 'good' ? proof.ageMs : null,
    repeated: await isRepeated(service, policy.text),
    flooded: !(await store.allow({ key: `flood:${posting.tutorial}`, ...FLOOD, now: now() })),
  };
  const { verdict, signals } = runChecks(facts, { blocks, maxLinks: settings.spam.maxLinks });
  if (verdict === 'spam') return { to: 'spam', signals };
  const passes =
    verdict === 'pass' && settings.spam.trustKnown && (await isKnown(service, posting));
  return { to: passes ? 'approved' : 'pending', signals };
}

/**
 * What the rules see in a comment once its author has changed the text to what `policy` made of it:
 * what they saw of how it came in stays. Nobody slips by them with a second thought.
 */
export async function judgeEdit(
  { store, settings, now }: Service,
  { name, website, signals }: StoredComment,
  { html, text }: PolicyResult,
): Promise<readonly Signal[]> {
  const { blocks } = await ruleBook(store, now());
  const facts = { name, website, text, links: linksOf(toTree(html)) };
  return [
    ...signals.filter(({ rule }) => !Object.hasOwn(TEXT_CHECKS, rule)),
    ...checkText(facts, { blocks, maxLinks: settings.spam.maxLinks }),
  ];
}

/** The same text came in within a day. The database sees a keyed digest of it. */
async function isRepeated({ store, secret, now }: Service, text: string): Promise<boolean> {
  const same = sameText(text);
  if (same === null) return false;
  const key = `same:${keyedToken(secret, `same text ${same}`)}`;
  return !(await store.allow({ key, limit: 1, windowMs: DAY, now: now() }));
}

/**
 * Whether this browser has proved that the address is its own, and a comment of it was approved.
 * An address that anybody can type proves nothing.
 */
async function isKnown(
  service: Service,
  { commenter, email }: Pick<PostingToJudge, 'commenter' | 'email'>,
): Promise<boolean> {
  return (await isCommenter(service, commenter, email)) && service.store.hasApproved(email);
}
