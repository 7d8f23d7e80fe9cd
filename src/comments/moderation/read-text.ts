import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { applyPolicy, LIMITS, PolicyError, type PolicyResult } from '../policy/index.ts';
import { RequestProblem } from '../service/problem.ts';
import { type FormFields, oneOf } from '../service/read-form.ts';

/** What a moderator wrote, as the policy makes it, or what keeps it from being published. */
export interface WrittenText {
  readonly intent: 'preview' | 'save';
  readonly text: string;
  readonly policy: PolicyResult | null;
  readonly error: string | null;
}

/** Reads `text` and `intent` of a {@link textForm}; the policy holds for moderators as for everybody. */
export function readText(fields: FormFields, locale: Locale): WrittenText {
  const intent = oneOf(fields, 'intent');
  if (intent !== 'preview' && intent !== 'save') throw new RequestProblem('no-intent');
  const text = oneOf(fields, 'text').replaceAll('\r\n', '\n');
  const fail = (problem: string): WrittenText => {
    const key = `comments:errors.comment.${problem}` as 'comments:errors.comment.missing';
    const error = useTranslations(locale)(key, { max: LIMITS.commentBytes.toLocaleString(locale) });
    return { intent, text, policy: null, error };
  };
  try {
    const policy = applyPolicy(text);
    if (policy.text.trim() === '') return fail(text.trim() === '' ? 'missing' : 'nothing-left');
    return { intent, text, policy, error: null };
  } catch (error) {
    if (error instanceof PolicyError) return fail(error.code);
    throw error;
  }
}
