import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { CommentState, StoredComment } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';

/** What a moderator decides. On a comment's own page it can also be put back in the queue. */
export const DECISIONS = [
  'approved',
  'rejected',
  'spam',
] as const satisfies readonly CommentState[];
export type DecisionTo = (typeof DECISIONS)[number];

export function isDecision(value: string | undefined): value is DecisionTo {
  return DECISIONS.includes(value as DecisionTo);
}

/** The buttons of one comment. `act` is `<decision>` for the checked ones, `<decision>:<id>` for one. */
export function decisionButtons(
  comment: StoredComment,
  locale: Locale,
  states: readonly CommentState[] = DECISIONS,
): readonly Html[] {
  const t = useTranslations(locale);
  return states
    .filter((to) => to !== comment.state)
    .map(
      (to) =>
        html`<button
          class="button ${to === 'approved' ? '' : 'button-quiet'}"
          name="act"
          value="${to}:${comment.id}"
          data-act="${to}"
          aria-label="${t(`moderation:decideOne.${to}`, { name: comment.name })}"
        >
          ${t(`moderation:decide.${to}`)}
        </button>`,
    );
}
