import { type Cleaned, cleanEmail, cleanWebsite } from '../policy/index.ts';
import type { BlockKind } from '../store/rules-store.ts';
import { hostOf } from './host-of.ts';
import { wordsOf } from './words-of.ts';

/** What can be typed; a network is only ever taken from a comment. */
export const TYPED_KINDS = [
  'address',
  'domain',
  'website',
  'word',
] as const satisfies readonly BlockKind[];
export type TypedKind = (typeof TYPED_KINDS)[number];

export const WORD_LENGTH = { min: 2, max: 100 } as const;

const HOST = /^(?=.{4,253}$)(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z][a-z\d-]{0,61}[a-z\d]$/;

/** What a moderator typed to be blocked, in the form in which it is compared, or `malformed`. */
export function cleanBlock(kind: TypedKind, raw: string): Cleaned<string, 'malformed'> {
  const value = CLEANERS[kind](raw.trim());
  return value === null ? { ok: false, problem: 'malformed' } : { ok: true, value };
}

const CLEANERS: Readonly<Record<TypedKind, (typed: string) => string | null>> = {
  address: (typed) => {
    const email = cleanEmail(typed);
    return email.ok ? email.value.toLowerCase() : null;
  },
  domain: (typed) => cleanHost(typed.replace(/^.*@/, '')),
  website: (typed) => {
    const host = cleanHost(typed);
    return host && host.replace(/^www\.(?=.*\.)/, '');
  },
  word: (typed) => {
    const words = wordsOf(typed);
    const { length } = words.join('');
    // One letter alone is in every comment.
    if (length < WORD_LENGTH.min || typed.length > WORD_LENGTH.max) return null;
    return typed.replace(/\s+/gu, ' ').toLowerCase();
  },
};

/** The host of what may be a whole address of the web, never a top-level domain alone. */
function cleanHost(typed: string): string | null {
  const website = cleanWebsite(typed);
  const host = website.ok && website.value !== null ? hostOf(website.value) : null;
  return host !== null && HOST.test(host) ? host : null;
}
