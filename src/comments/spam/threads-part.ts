import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { ThreadState } from '../store/rules-store.ts';
import type { Html } from '../thread/comment-form.ts';

export interface ThreadRow {
  readonly tutorial: TutorialEntry;
  readonly closed: boolean;
  /** What a moderator has said about it. */
  readonly said: ThreadState | null;
}

interface ThreadsView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly threads: readonly ThreadRow[];
  readonly names: ReadonlyMap<string, string>;
}

/** The threads, each with what can be changed about it. */
export function threadsPart(view: ThreadsView, closeAfterDays: number | null): Html {
  const { locale, by, threads } = view;
  const t = useTranslations(locale);
  return html`<section class="rules-part" aria-labelledby="threads">
    <h2 id="threads">${t('spam:threads.heading')}</h2>
    <p>
      ${
        closeAfterDays === null
          ? t('spam:threads.never')
          : t('spam:threads.lead', { count: closeAfterDays })
      }
    </p>
    <form method="post" action="/moderation/${locale}/rules">
      <input type="hidden" name="token" value="${by.formToken}" />
      <ul class="rules-list">
        ${threads.map((row) => item(row, view, closeAfterDays))}
      </ul>
    </form>
  </section>`;
}

function item(
  { tutorial, closed, said }: ThreadRow,
  { locale, names }: ThreadsView,
  closeAfterDays: number | null,
): Html {
  const t = useTranslations(locale);
  const title = tutorial.title[locale];
  const standing = !closed ? 'open' : said ? 'closed' : 'closedByAge';
  const offered = {
    close: !closed,
    keep: closed || (closeAfterDays !== null && said === null),
    // Without an age at which threads close, “open” is all that this would mean.
    age: closeAfterDays !== null && said !== null,
  };
  const moderator = names.get(said?.moderator ?? '') ?? t('spam:someone');
  return html`<li>
    <div class="rules-what">
      <strong>${title}</strong>
      <span class="comment-hint">
        ${t(`spam:threads.${standing}`)}${
          said &&
          `, ${t('spam:threads.byHand', { moderator, date: formatInstant(said.at, locale) })}`
        }
      </span>
    </div>
    ${(['close', 'keep', 'age'] as const)
      .filter((act) => offered[act])
      .map(
        (act) =>
          html`<button
            class="button button-quiet"
            name="act"
            value="${act}:${tutorial.id}"
            aria-label="${t(`spam:threads.${act}One`, { title })}"
          >
            ${t(`spam:threads.${act}`)}
          </button>`,
      )}
  </li>`;
}
