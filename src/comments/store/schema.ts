import type { Generated } from 'kysely';
import type { Locale } from '../../i18n/locales.ts';
import type { CommentState, Instant } from './store.ts';

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
  };
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
  };
  readonly invitations: { token_hash: string; moderator: string; expires_at: Instant };
  readonly sessions: {
    token_hash: string;
    moderator: string;
    created_at: Instant;
    last_seen_at: Instant;
    expires_at: Instant;
  };
  readonly counters: { key: string; uses: number; started_at: Instant; expires_at: Instant };
}
