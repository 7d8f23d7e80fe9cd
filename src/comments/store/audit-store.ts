import type { Instant } from './store.ts';

/** What an act needs told beside who, when and what: names, counts, values. Never a secret. */
export type AuditDetail = Readonly<Record<string, string | number | boolean | null>>;

/** An act that is no decision on a comment: a note, a rule, an invitation, a sign-in. */
export interface NewAudit {
  readonly at: Instant;
  /** Who did it; null for the operator and the service itself. */
  readonly moderator: string | null;
  /** A stable code in kebab case: `rule-added`. */
  readonly act: string;
  readonly comment?: string | null;
  readonly tutorial?: string | null;
  readonly detail?: AuditDetail | null;
}

export interface AuditEntry extends Required<NewAudit> {
  readonly id: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Pass as `before` to read on; null at the end. */
  readonly next: string | null;
}

/** Who did what, beside the decisions: rows are added and never changed. */
export interface AuditStore {
  addAudit(entry: NewAudit): Promise<void>;
  /** The latest acts first; on one comment, or on all. A `before` that no page gave out starts from the top. */
  auditLog(query: { limit: number; before?: string; comment?: string }): Promise<AuditPage>;
}
