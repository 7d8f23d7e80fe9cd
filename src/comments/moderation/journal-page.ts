import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import type { Decision } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { formatInstant } from './format-instant.ts';
import { moderationPage } from './moderation-page.ts';
import type { SignedIn } from './session.ts';
import { undoForm } from './undo-form.ts';

/** A decision with names in place of ids. */
export interface JournalEntry {
  readonly decision: Decision;
  readonly moderator: string;
  /** Names of the first authors concerned. */
  readonly authors: readonly string[];
}

/** Who decided what, newest first, each with its undo. */
export function journalPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly by: SignedIn;
    readonly entries: readonly JournalEntry[];
  },
): Html {
  const { locale, by, entries } = view;
  const t = useTranslations(locale);
  const title = t('moderation:nav.journal');
  const main = html`<h1>${title}</h1>
    ${
      entries.length === 0
        ? html`<p class="queue-empty">${t('moderation:journal.empty')}</p>`
        : html`<ol class="journal">
            ${entries.map((entry) => item(entry, locale, by))}
          </ol>`
    }`;
  return moderationPage({ settings, locale, title, main, place: '/journal', by });
}

function item({ decision, moderator, authors }: JournalEntry, locale: Locale, by: SignedIn): Html {
  const t = useTranslations(locale);
  const { id, at, to, changes, undoneAt } = decision;
  const others = changes.length - authors.length;
  return html`<li class="journal-item">
    <div>
      <p class="journal-what">${t(`moderation:done.${to}`, { count: changes.length })}</p>
      <p class="comment-hint">
        ${t('moderation:journal.by', { moderator, date: formatInstant(at, locale) })}
        ${
          authors.length > 0 &&
          t('moderation:journal.authors', {
            authors: new Intl.ListFormat(locale).format([
              ...authors,
              ...(others > 0 ? [t('moderation:journal.others', { count: others })] : []),
            ]),
          })
        }
      </p>
    </div>
    ${
      undoneAt === null
        ? undoForm({ locale, by, decision: id, back: '/journal' })
        : html`<p class="comment-hint">
            ${t('moderation:journal.undone', { date: formatInstant(undoneAt, locale) })}
          </p>`
    }
  </li>`;
}
