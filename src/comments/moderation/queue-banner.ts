import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { ServiceContext } from '../service/service.ts';
import type { CommentStore, Decision } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import type { SignedIn } from './session.ts';
import { undoForm } from './undo-form.ts';

/** Seconds in which the banner offers to undo; the journal does so ever after. */
const UNDO_SECONDS = 10;

/** What `?told=` may say was done. */
const TOLD = ['edited', 'noted', 'replied', 'blocked', 'unchanged'] as const;

/** What the last act did, as the address of the page says. */
export interface Done {
  readonly decision: Decision | null;
  readonly told: (typeof TOLD)[number] | null;
  /** Comments that were left out, since they had changed. */
  readonly changed: number;
}

/** Reads `?done=`, `?told=` and `?changed=`. */
export async function readDone(store: CommentStore, c: ServiceContext): Promise<Done> {
  const decision = c.req.query('done');
  const changed = Number(c.req.query('changed') ?? 0);
  return {
    decision: decision === undefined ? null : await store.findDecision(decision),
    told: TOLD.find((each) => each === c.req.query('told')) ?? null,
    changed: Number.isSafeInteger(changed) && changed > 0 ? changed : 0,
  };
}

/** Says what the last act did, and offers to take a decision back. */
export function queueBanner(
  { decision, told, changed }: Done,
  { locale, by, back }: { locale: Locale; by: SignedIn; back: string },
): Html | string {
  if (decision === null && told === null && changed === 0) return '';
  const t = useTranslations(locale);
  const count = decision?.changes.length ?? 0;
  const canUndo = decision !== null && decision.undoneAt === null;
  return html`<div class="queue-banner" role="status">
    <div>
      ${
        decision !== null &&
        html`<p>
          ${
            decision.undoneAt === null
              ? t(`moderation:done.${decision.to}`, { count })
              : t('moderation:done.undone', { count })
          }
          ${
            canUndo &&
            html`<a href="/moderation/${locale}/journal" data-undo-later hidden
              >${t('moderation:undoLater')}</a
            >`
          }
        </p>`
      }
      ${told !== null && html`<p>${t(`moderation:done.${told}`)}</p>`}
      ${changed > 0 && html`<p>${t('moderation:done.changed', { count: changed })}</p>`}
    </div>
    ${canUndo && undoForm({ locale, by, decision: decision.id, back, seconds: UNDO_SECONDS })}
  </div>`;
}
