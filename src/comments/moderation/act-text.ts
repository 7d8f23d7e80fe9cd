import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { AccountAct } from '../accounts/audit-act.ts';
import type { AuditEntry } from '../store/audit-store.ts';

/** Acts on comments and rules that have a sentence in the journal, beside those on accounts. */
const OTHER_ACTS = [
  'note',
  'edit',
  'reply',
  'author-edit',
  'withdrawn',
  'erased',
  'marked-spam',
  'rule-added',
  'rule-removed',
  'thread-closed',
  'thread-opened',
  'thread-by-age',
  'mails-stopped',
  'comments-imported',
] as const;

const ACCOUNT_ACTS = [
  'sign-in',
  'factor-failed',
  'factor-set',
  'factor-removed',
  'factors-reset',
  'recovery-codes-renewed',
  'recovery-code-used',
  'passkey-added',
  'passkey-removed',
  'passkey-refused',
  'password-changed',
  'session-ended',
  'sessions-ended',
  'invited',
  'invitation-taken',
  'role-changed',
  'disabled',
  'enabled',
] as const satisfies readonly AccountAct[];

/** Every act that the journal has a sentence for, in the order in which its filter names them. */
export const KNOWN_ACTS = [...OTHER_ACTS, ...ACCOUNT_ACTS] as const;
export type KnownAct = (typeof KNOWN_ACTS)[number];

// A code of the accounts that has no sentence here is a fault of types.
type Missing = Exclude<AccountAct, KnownAct>;
const NONE_MISSING: [Missing] extends [never] ? true : never = true;

export function isKnownAct(act: string): act is KnownAct {
  return NONE_MISSING && (KNOWN_ACTS as readonly string[]).includes(act);
}

/** What was done, in a sentence; the code of an act that only a later release knows. */
export function actText(
  { act, tutorial, detail }: AuditEntry,
  locale: Locale,
  known: {
    /** What moderators are called. */
    readonly names: ReadonlyMap<string, string>;
    /** Titles of tutorials. */
    readonly tutorials: ReadonlyMap<string, string>;
  },
): string {
  if (!isKnownAct(act)) return act;
  const t = useTranslations(locale);
  const text = (name: string): string => String(detail?.[name] ?? '');
  return t(`moderation:journal.acts.${act}`, {
    tutorial: known.tutorials.get(tutorial ?? '') ?? tutorial ?? '',
    whom: known.names.get(text('moderator')) ?? t('moderation:journal.gone'),
    rule: text('rule'),
    count: Number(detail?.['count'] ?? 0),
    taken: text('taken'),
    value: ruleText(text('kind'), text('value'), locale),
  });
}

/** What a rule keeps out; never an address, which the audit does not know. */
function ruleText(kind: string, value: string, locale: Locale): string {
  const t = useTranslations(locale);
  if (kind === 'address') return t('moderation:journal.ruleAddress');
  if (kind === 'network') return t('moderation:journal.ruleNetwork');
  return value && t('moderation:journal.rule', { value });
}
