import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Act } from '../store/moderation-store.ts';
import { type Decision, SERVICE_MODERATOR } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { actText } from './act-text.ts';
import { moment } from './moment.ts';
import type { SignedIn } from './session.ts';
import { undoForm } from './undo-form.ts';

/** Authors named for each decision. */
const NAMED = 3;

/** What a list of acts works with. */
export interface ActListView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly acts: readonly Act[];
  /** What moderators are called. */
  readonly names: ReadonlyMap<string, string>;
  /** What comments' authors are called, by comment. */
  readonly authors: ReadonlyMap<string, string>;
  readonly tutorials: ReadonlyMap<string, string>;
  /** The place to return to. */
  readonly back: string;
  /** All of it is about one comment, which need not be named. */
  readonly alone?: boolean;
}

/** Acts as a list, the decisions with their undo. */
export function actList(view: ActListView): Html {
  return html`<ol class="journal">
    ${view.acts.map((act) =>
      act.kind === 'decision'
        ? decisionLine(act, view)
        : html`<li class="journal-item">
            <div>
              <p class="journal-what">${actText(act, view.locale, view)}</p>
              ${byLine(act, view)}
            </div>
            ${act.comment !== null && !view.alone && commentLink(act.comment, view.locale)}
          </li>`,
    )}
  </ol>`;
}

function decisionLine(decision: Decision, view: ActListView): Html {
  const { locale, by, back, alone = false } = view;
  const t = useTranslations(locale);
  const { id, to, changes, undoneAt, undoneBy } = decision;
  const [only] = changes;
  return html`<li class="journal-item">
    <div>
      <p class="journal-what">${t(`moderation:done.${to}`, { count: changes.length })}</p>
      ${byLine(decision, view)} ${!alone && authorsOf(decision, view)}
      ${
        undoneAt !== null &&
        html`<p class="comment-hint">
          ${t('moderation:journal.undoneBy', { moderator: nameOf(undoneBy, view) })}
          ${moment(undoneAt, locale)}
        </p>`
      }
    </div>
    <div class="journal-acts">
      ${changes.length === 1 && only && !alone && commentLink(only.comment, locale)}
      ${undoneAt === null && undoForm({ locale, by, decision: id, back })}
    </div>
  </li>`;
}

function byLine(act: { moderator: string | null; at: number }, view: ActListView): Html {
  return html`<p class="comment-hint">
    ${nameOf(act.moderator, view)} · ${moment(act.at, view.locale)}
  </p>`;
}

function nameOf(moderator: string | null, { locale, names }: ActListView): string {
  const t = useTranslations(locale);
  if (moderator === null || moderator === SERVICE_MODERATOR) return t('moderation:journal.service');
  return names.get(moderator) ?? t('moderation:journal.gone');
}

function authorsOf({ changes }: Decision, { locale, authors }: ActListView): Html | string {
  const t = useTranslations(locale);
  const named = changes.slice(0, NAMED).flatMap(({ comment }) => authors.get(comment) ?? []);
  if (named.length === 0) return '';
  const others = changes.length - named.length;
  const all = [
    ...named,
    ...(others > 0 ? [t('moderation:journal.others', { count: others })] : []),
  ];
  const list = new Intl.ListFormat(locale).format(all);
  return html`<p class="comment-hint">${t('moderation:journal.authors', { authors: list })}</p>`;
}

function commentLink(comment: string, locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<a class="queue-more" href="/moderation/${locale}/comments/${comment}"
    >${t('moderation:journal.see')}</a
  >`;
}
