import { randomBytes } from 'node:crypto';
import type { Locale } from '../../i18n/locales.ts';
import {
  applyPolicy,
  cleanEmail,
  cleanName,
  cleanWebsite,
  POLICY_VERSION,
  PolicyError,
  type PolicyErrorCode,
} from '../policy/index.ts';
import type { IncomingComment } from '../store/exchange-store.ts';
import type { CommentState, Instant } from '../store/store.ts';
import type { PageMatcher } from './match-page.ts';
import type { SourceComment } from './source-comment.ts';

/** Why a comment is left out. */
export type LeftOut =
  | 'unmatched'
  | 'not-asked-for'
  | 'pingback'
  | 'no-comment'
  | 'no-id'
  | 'no-date'
  | 'no-locale'
  | 'name-too-long'
  | 'empty'
  | PolicyErrorCode;

/** What of a comment that is taken does not come along. */
export type Dropped = 'trace' | 'email' | 'website' | 'name';

export type Prepared =
  | { readonly leftOut: LeftOut }
  | { readonly comment: IncomingComment; readonly dropped: readonly Dropped[] };

export interface ImportRules {
  readonly match: PageMatcher;
  /** Language of comments that do not say theirs. */
  readonly locale: Locale | null;
  /** The state in which all come in; null for the one that they have. */
  readonly state: CommentState | null;
  /** The states of comments that are wanted; null for all. */
  readonly only: ReadonlySet<CommentState> | null;
  /** The key of the picture for an address. */
  readonly avatarOf: (email: string) => string;
}

const NAMELESS = { fr: 'Anonyme', en: 'Anonymous' } as const satisfies Record<Locale, string>;

/** Holds a comment of a file to the rules that one that is posted is held to. */
export function prepareComment(source: SourceComment, rules: ImportRules): Prepared {
  const { ref, kind, createdAt, past } = source;
  if (kind !== 'comment') return { leftOut: kind === 'pingback' ? 'pingback' : 'no-comment' };
  if (rules.only?.has(source.state) === false) return { leftOut: 'not-asked-for' };
  const page = rules.match(source.page);
  if (!page) return { leftOut: 'unmatched' };
  if (!ref || ('id' in ref && !/^[\w-]{1,64}$/.test(ref.id))) return { leftOut: 'no-id' };
  if (createdAt === null) return { leftOut: 'no-date' };
  const locale = source.locale ?? rules.locale ?? page.locale ?? source.fileLocale;
  if (locale === null) return { leftOut: 'no-locale' };
  const text = policyOf(source);
  if ('leftOut' in text) return text;
  const author = authorOf(source, locale);
  if ('leftOut' in author) return author;
  const { dropped, ...fields } = author;
  const state = rules.state ?? source.state;
  const comment: IncomingComment = {
    id: 'id' in ref ? ref.id : randomBytes(16).toString('base64url'),
    origin: past?.origin ?? ('origin' in ref ? ref.origin : null),
    tutorial: page.tutorial,
    locale,
    ...fields,
    avatar: fields.email === '' ? '' : rules.avatarOf(fields.email),
    raw: source.raw,
    html: text.html,
    policyVersion: POLICY_VERSION,
    createdAt,
    receiptHash: past?.receiptHash ?? '',
    writtenBy: past?.writtenBy ?? null,
    signals: past?.signals ?? [],
    state,
    decidedAt: decidedAt(source, { rules, state, createdAt }),
    editedAt: past?.editedAt ?? null,
    erasedAt: past?.erasedAt ?? null,
    parent: source.parent,
    edits: (past?.edits ?? []).map((edit) => ({
      ...edit,
      html: htmlOf(edit.raw),
      policyVersion: POLICY_VERSION,
    })),
    notes: past?.notes ?? [],
  };
  return { comment, dropped: source.traced ? ['trace', ...dropped] : dropped };
}

/** What was decided elsewhere, at a time that nobody wrote down, was so from the beginning. */
function decidedAt(
  { past }: SourceComment,
  { rules, state, createdAt }: { rules: ImportRules; state: CommentState; createdAt: Instant },
): Instant | null {
  const known = rules.state === null ? (past?.decidedAt ?? null) : null;
  return known ?? (state === 'pending' ? null : createdAt);
}

function policyOf({ raw, past }: SourceComment): { html: string } | { leftOut: LeftOut } {
  // What was erased has nothing to read: only its place.
  if (past && past.erasedAt !== null) return { html: '' };
  try {
    const { html, text } = applyPolicy(raw);
    return text.trim() === '' ? { leftOut: 'empty' } : { html };
  } catch (error) {
    if (error instanceof PolicyError) return { leftOut: error.code };
    throw error;
  }
}

/** A text of before: what no policy takes now is kept, but not shown. */
function htmlOf(raw: string): string {
  try {
    return applyPolicy(raw).html;
  } catch (error) {
    if (error instanceof PolicyError) return '';
    throw error;
  }
}

interface Author {
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly dropped: readonly Dropped[];
}

function authorOf(source: SourceComment, locale: Locale): Author | { leftOut: LeftOut } {
  if (source.past && source.past.erasedAt !== null)
    return { name: '', email: '', website: null, dropped: [] };
  const dropped: Dropped[] = [];
  const name = cleanName(source.name);
  if (!name.ok && name.problem === 'too-long') return { leftOut: 'name-too-long' };
  if (!name.ok) dropped.push('name');
  const email = cleanEmail(source.email);
  if (!email.ok && email.problem !== 'missing') dropped.push('email');
  const website = cleanWebsite(source.website);
  if (!website.ok) dropped.push('website');
  return {
    name: name.ok ? name.value : NAMELESS[locale],
    email: email.ok ? email.value : '',
    website: website.ok ? website.value : null,
    dropped,
  };
}
