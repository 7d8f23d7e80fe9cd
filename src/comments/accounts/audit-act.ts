import type { Service } from '../service/service.ts';
import type { AuditDetail } from '../store/audit-store.ts';

/** What is written down of accounts. Codes are stable; the journal has a sentence for each. */
export type AccountAct =
  | 'sign-in'
  | 'factor-failed'
  | 'factor-set'
  | 'factor-removed'
  | 'factors-reset'
  | 'recovery-codes-renewed'
  | 'recovery-code-used'
  | 'passkey-added'
  | 'passkey-removed'
  | 'passkey-refused'
  | 'password-changed'
  | 'session-ended'
  | 'sessions-ended'
  | 'invited'
  | 'invitation-taken'
  | 'role-changed'
  | 'disabled'
  | 'enabled';

/** Writes an act down. `moderator` did it, null for the operator; `detail` never holds an address. */
export function auditAct(
  { store, now }: Pick<Service, 'store' | 'now'>,
  moderator: string | null,
  act: AccountAct,
  detail: AuditDetail | null = null,
): Promise<void> {
  return store.addAudit({ at: now(), moderator, act, detail });
}
