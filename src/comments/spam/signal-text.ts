import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Signal } from '../store/store.ts';
import { CHECKS, type CheckName } from './checks.ts';

type SignalName = CheckName | 'akismet';

const isKnown = (rule: string): rule is SignalName =>
  Object.hasOwn(CHECKS, rule) || rule === 'akismet';

/** What a rule saw in a comment, as a moderator reads it; the rule's name where no sentence is known. */
export function signalText(locale: Locale, { rule, detail = '' }: Signal): string {
  if (!isKnown(rule)) return rule;
  const count = typeof detail === 'number' ? detail : 0;
  return useTranslations(locale)(`spam:signals.${rule}`, { count, detail });
}
