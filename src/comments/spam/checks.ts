import type { Signal } from '../store/store.ts';
import type { BlockBook } from './block-book.ts';

/** All that the checks know of a posting. */
export interface PostingFacts {
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  /** What a reader would see of the comment. */
  readonly text: string;
  /** Every address in it; see `linksOf`. */
  readonly links: readonly string[];
  /** What stands in the field that people do not see. */
  readonly trap: string;
  /** How long ago the challenge was fetched that the posting solves; null without proof of work. */
  readonly proofAgeMs: number | null;
  /** Keyed hash of the network that it came from. */
  readonly network: string;
  /** The same text came in before, here or elsewhere, within a day. */
  readonly repeated: boolean;
  /** Far more comes in on this thread than people write. */
  readonly flooded: boolean;
}

/** Of those, what is left when its author changes the text. */
type TextFacts = Pick<PostingFacts, 'name' | 'website' | 'text' | 'links'>;

/** What the operator and the moderators have set. */
export interface CheckRules {
  readonly blocks: BlockBook;
  readonly maxLinks: number;
}

/** `hold`: it waits, and moderators read why; `spam`: it goes there, and its author is told nothing. */
interface Finding {
  readonly verdict: 'hold' | 'spam';
  readonly detail?: string | number;
}

type Check<Facts = PostingFacts> = (facts: Facts, rules: CheckRules) => Finding | null;

/** Nobody reads a form, types and sends it in less. */
const FASTEST_MS = 2_000;

/** So many times the links that are pointed out are spam. */
const SPAM_LINKS = 5;

const hold: Finding = { verdict: 'hold' };
const spam: Finding = { verdict: 'spam' };
const blocked = (detail: string | null): Finding | null =>
  detail === null ? null : { verdict: 'spam', detail };

const firstOf = (texts: readonly string[], find: BlockBook['word']): string | null => {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
};

/** Those that look at what an author can change afterwards: the others look at how it came in. */
export const TEXT_CHECKS = {
  'blocked-website': ({ website, links }, { blocks }) =>
    blocked(blocks.website(website === null ? links : [website, ...links])),
  'blocked-word': ({ name, website, text, links }, { blocks }) =>
    blocked(firstOf([name, website ?? '', text, ...links], blocks.word)),
  links: ({ links }, { maxLinks }) =>
    links.length <= maxLinks
      ? null
      : {
          verdict: links.length > maxLinks * SPAM_LINKS ? 'spam' : 'hold',
          detail: links.length,
        },
} as const satisfies Record<string, Check<TextFacts>>;

/** The rules by name, in the order in which moderators read them. Each is pure and sees the whole posting. */
export const CHECKS = {
  trap: ({ trap }) => (trap === '' ? null : spam),
  // The address itself is no detail: its owner may have it erased, and the rule stays.
  'blocked-address': ({ email }, { blocks }) => (blocks.address(email) === null ? null : spam),
  'blocked-domain': ({ email }, { blocks }) => blocked(blocks.domain(email)),
  ...TEXT_CHECKS,
  'blocked-network': ({ network }, { blocks }) => (blocks.network(network) === null ? null : spam),
  repeated: ({ repeated }) => (repeated ? hold : null),
  flood: ({ flooded }) => (flooded ? hold : null),
  'too-fast': ({ proofAgeMs }) => (proofAgeMs !== null && proofAgeMs < FASTEST_MS ? hold : null),
  'no-proof': ({ proofAgeMs }) => (proofAgeMs === null ? hold : null),
} as const satisfies Record<string, Check>;

export type CheckName = keyof typeof CHECKS;

/** What all checks say of a posting: the worst verdict (`pass` when none minds), and who said it. */
export function runChecks(
  facts: PostingFacts,
  rules: CheckRules,
): { readonly verdict: 'pass' | 'hold' | 'spam'; readonly signals: readonly Signal[] } {
  const found = Object.entries<Check>(CHECKS).flatMap(([rule, check]) => {
    const finding = check(facts, rules);
    return finding ? [{ verdict: finding.verdict, signal: signalOf(rule, finding) }] : [];
  });
  const worst = found.some(({ verdict }) => verdict === 'spam') ? 'spam' : 'hold';
  return {
    verdict: found.length ? worst : 'pass',
    signals: found.map(({ signal }) => signal),
  };
}

/** What the checks of the text say of one that was changed. */
export function checkText(facts: TextFacts, rules: CheckRules): readonly Signal[] {
  return Object.entries<Check<TextFacts>>(TEXT_CHECKS).flatMap(([rule, check]) => {
    const finding = check(facts, rules);
    return finding ? [signalOf(rule, finding)] : [];
  });
}

function signalOf(rule: string, { detail }: Finding): Signal {
  return { rule, ...(detail !== undefined && { detail }) };
}
