import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import {
  applyPolicy,
  type Cleaned,
  cleanEmail,
  cleanName,
  cleanWebsite,
  LIMITS,
  PolicyError,
  type PolicyResult,
} from '../policy/index.ts';
import type { CommentDraft, FieldError, FieldName } from '../thread/comment-form.ts';

/** What the form holds, cleaned as far as it is right, and what is wrong with the rest. */
export interface Submission {
  readonly name: string;
  readonly email: string;
  readonly website: string | null;
  readonly policy: PolicyResult;
  readonly errors: readonly FieldError[];
}

const NOTHING: PolicyResult = { html: '', removed: [], text: '' };

/** Numbers that the messages name. */
const BOUNDS = {
  name: LIMITS.nameCharacters,
  email: LIMITS.emailCharacters,
  website: LIMITS.websiteCharacters,
  comment: LIMITS.commentBytes,
} as const satisfies Record<FieldName, number>;

/** Cleans every field and runs the policy; all errors at once, in the order of the form. */
export function readSubmission(draft: CommentDraft, locale: Locale): Submission {
  const t = useTranslations(locale);
  const errors: FieldError[] = [];
  const fail = (field: FieldName, problem: string): void => {
    const message = t(`comments:errors.${field}.${problem}` as 'comments:errors.name.missing', {
      max: BOUNDS[field].toLocaleString(locale),
    });
    errors.push({ field, message });
  };
  const keep = <Value>(field: FieldName, cleaned: Cleaned<Value, string>, otherwise: Value) => {
    if (cleaned.ok) return cleaned.value;
    fail(field, cleaned.problem);
    return otherwise;
  };
  const name = keep('name', cleanName(draft.name), '');
  const email = keep('email', cleanEmail(draft.email), '');
  const website = keep<string | null>('website', cleanWebsite(draft.website), null);
  const policy = policyOf(draft.comment, (problem) => {
    fail('comment', problem);
  });
  return { name, email, website, policy, errors };
}

function policyOf(comment: string, fail: (problem: string) => void): PolicyResult {
  try {
    const result = applyPolicy(comment);
    if (result.text.trim() === '') fail(comment.trim() === '' ? 'missing' : 'nothing-left');
    return result;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    fail(error.code);
    return NOTHING;
  }
}
