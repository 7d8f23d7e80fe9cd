import type { Generated } from 'kysely';
import type { Locale } from '../../i18n/locales.ts';
import type { CommentState, Instant, ModeratorMail, Role } from './store.ts';

/** The tables as Kysely sees them; `migrations/` makes them so. */
export interface Schema {
  readonly schema_versions: { version: number; name: string };
  readonly comments: {
    id: string;
    tutorial: string;
    locale: Locale;
    name: string;
    email: string;
    website: string | null;
    raw: string;
    html: string;
    policy_version: number;
    created_at: Instant;
    receipt_hash: string;
    state: Generated<CommentState>;
    decided_at: Instant | null;
    /** The decision that brought the comment where it stands; null while nobody has decided. */
    decision: string | null;
    /** The comment that this one answers. */
    parent: string | null;
    /** The author's or a moderator's last change of the text; `edits` keeps what stood before. */
    edited_at: Instant | null;
    /** Its author took it back or had it erased: only its place in the thread is left. */
    erased_at: Instant | null;
    /** The rules that it met when it was posted: JSON, an array of {@link Signal}. */
    signals: string | null;
    /** Keyed hash of the network that it came from, until the sweep a day later. */
    network: string | null;
    /** Where it was imported from, with its id there: `wordpress:4711`. */
    origin: string | null;
    /** The address in lower case. */
    email_key: Generated<string>;
    /** Keyed hash of the address, from which the picture is drawn. */
    avatar: Generated<string>;
    /** The moderator who wrote it as such. */
    moderator: string | null;
    /** When those who wait for replies were told of this one. */
    announced_at: Instant | null;
  };
  /** What a comment was before each change. `moderator` is null where its author changed it. */
  readonly edits: {
    id: string;
    comment: string;
    at: Instant;
    moderator: string | null;
    raw: string;
    html: string;
    policy_version: number;
  };
  /** What moderators tell each other about a comment. */
  readonly notes: { id: string; comment: string; moderator: string; at: Instant; text: string };
  readonly decisions: {
    id: string;
    moderator: string;
    at: Instant;
    to_state: CommentState;
    undone_at: Instant | null;
    undone_by: string | null;
  };
  /** What each decision moved, with all that undoing it must put back. */
  readonly decision_changes: {
    decision: string;
    position: number;
    comment: string;
    from_state: CommentState;
    from_decided_at: Instant | null;
    from_decision: string | null;
  };
  readonly moderators: {
    id: string;
    name: string;
    email: string;
    /** The address in lower case: one moderator for one address. */
    email_key: string;
    created_at: Instant;
    password_hash: string | null;
    role: Generated<Role>;
    /** Which mails about new comments this moderator gets. */
    mail: Generated<ModeratorMail>;
    locale: Generated<Locale>;
    disabled_at: Instant | null;
    totp_secret: string | null;
    totp_confirmed_at: Instant | null;
    /** The last time step whose code was taken: no code works twice. */
    totp_step: number | null;
  };
  readonly passkeys: {
    id: string;
    moderator: string;
    name: string;
    public_key: string;
    counter: number;
    transports: string | null;
    created_at: Instant;
    last_used_at: Instant | null;
  };
  readonly recovery_codes: { hash: string; moderator: string; used_at: Instant | null };
  /** Every act that is no decision: who did what to what. `moderator` is null for the operator and the service. */
  readonly audit: {
    id: string;
    at: Instant;
    moderator: string | null;
    act: string;
    comment: string | null;
    tutorial: string | null;
    /** JSON; never a secret. */
    detail: string | null;
  };
  readonly invitations: { token_hash: string; moderator: string; expires_at: Instant };
  readonly sessions: {
    token_hash: string;
    moderator: string;
    created_at: Instant;
    last_seen_at: Instant;
    expires_at: Instant;
    /** Names the session where it is listed; no secret. */
    id: Generated<string>;
    /** `second-factor`: the password was right, the code is still to come. */
    stage: Generated<'full' | 'second-factor'>;
    /** Browser and system, as a person would say them. */
    agent: string | null;
  };
  /** Addresses by themselves in lower case. */
  readonly addresses: {
    key: string;
    email: string;
    locale: Locale;
    /** When the confirmation was last mailed. */
    asked_at: Instant | null;
    confirmed_at: Instant | null;
    /** The owner wants no mail at all. */
    stopped_at: Instant | null;
  };
  /** Who hears of replies to which comment. */
  readonly subscriptions: {
    id: string;
    address: string;
    comment: string;
    created_at: Instant;
    /** The owner of the address agreed. */
    confirmed_at: Instant | null;
    stopped_at: Instant | null;
  };
  /** Mailed links, good once: kept as SHA-256 of their secret. */
  readonly links: {
    token_hash: string;
    purpose: string;
    /** Whom it was mailed to: an address in lower case. */
    subject: string;
    data: string | null;
    expires_at: Instant;
  };
  /** Work to be done after the answer was given: mails, the rebuild of the site. */
  readonly outbox: {
    id: string;
    kind: string;
    /** While a job with this key waits there is no second one. */
    dedupe: string | null;
    /** The address (in lower case) that the job is about, by which it can be erased. */
    subject: string | null;
    /** JSON. */
    payload: string;
    created_at: Instant;
    due_at: Instant;
    /** How often a process took it, which tells its claims apart. */
    attempts: Generated<number>;
    /** How often what a process did of it failed. */
    failures: Generated<number>;
    /** The process that took the job must be done by then, or another one takes it. */
    locked_until: Instant | null;
    /** Added under the same key while the job was under way: it follows then. */
    again_at: Instant | null;
    again_created_at: Instant | null;
    again_payload: string | null;
    done_at: Instant | null;
    failed_at: Instant | null;
    error: string | null;
  };
  readonly blocks: {
    id: string;
    kind: 'address' | 'domain' | 'website' | 'word' | 'network';
    value: string;
    moderator: string | null;
    created_at: Instant;
    expires_at: Instant | null;
  };
  /** Threads that a moderator closed, or keeps open whatever their age. */
  readonly threads: {
    tutorial: string;
    state: 'open' | 'closed';
    at: Instant;
    moderator: string | null;
  };
  /** What the search has to take in or take in anew; a trigger on `comments` adds to it. */
  readonly search_due: { comment: string; times: number };
  /** What the search has taken in: {@link searchIndex}. */
  readonly search_rows: { comment: string };
  readonly counters: { key: string; uses: number; started_at: Instant; expires_at: Instant };
}
