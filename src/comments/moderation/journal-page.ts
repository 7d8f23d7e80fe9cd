import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import type { Act } from '../store/moderation-store.ts';
import { SERVICE_MODERATOR } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { actList } from './act-list.ts';
import { KNOWN_ACTS } from './act-text.ts';
import { DECISIONS } from './decision-buttons.ts';
import { type JournalView, journalPlace } from './journal-view.ts';
import { moderationPage } from './moderation-page.ts';
import type { SignedIn } from './session.ts';

/** All that a page of the journal shows. */
export interface JournalPageView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly view: JournalView;
  readonly acts: readonly Act[];
  readonly names: ReadonlyMap<string, string>;
  readonly authors: ReadonlyMap<string, string>;
  readonly before: string;
  readonly next: string | null;
}

/** Who did what, newest first; the decisions with their undo. */
export function journalPage({ settings, tutorials }: Service, page: JournalPageView): Html {
  const { locale, by, view, acts, before } = page;
  const t = useTranslations(locale);
  const title = t('moderation:nav.journal');
  const place = journalPlace(view, before);
  const titles = new Map(
    [...tutorials.values()].map((lesson) => [lesson.id, lesson.title[locale]]),
  );
  const main = html`<h1>${title}</h1>
    ${filter(page)}
    ${
      acts.length === 0
        ? html`<p class="queue-empty">${t('moderation:journal.empty')}</p>`
        : actList({ ...page, tutorials: titles, back: place })
    }
    ${pages(page)}`;
  const script = '/comments/assets/moderation-queue.js';
  return moderationPage({ settings, locale, title, main, place, by, script });
}

function filter({ locale, view, names }: JournalPageView): Html {
  const t = useTranslations(locale);
  return html`<search class="queue-filter-area">
    <form
      class="queue-filter"
      action="/moderation/${locale}/journal"
      aria-label="${t('moderation:journal.filter')}"
    >
      <div class="queue-filter-field">
        <label for="journal-who">${t('moderation:journal.who')}</label>
        <select id="journal-who" name="moderator">
          ${option('', t('moderation:journal.anyone'), view.moderator)}
          ${[...names].map(([id, name]) => option(id, name, view.moderator))}
          ${option(SERVICE_MODERATOR, t('moderation:journal.service'), view.moderator)}
        </select>
      </div>
      <div class="queue-filter-field">
        <label for="journal-what">${t('moderation:journal.what')}</label>
        <select id="journal-what" name="act">
          ${option('', t('moderation:journal.anything'), view.act)}
          ${DECISIONS.map((to) => option(to, t(`moderation:states.${to}`), view.act))}
          ${KNOWN_ACTS.map((act) => option(act, t(`moderation:journal.kinds.${act}`), view.act))}
        </select>
      </div>
      ${
        view.comment &&
        html`<div class="queue-filter-field">
          <label class="queue-check">
            <input type="checkbox" name="comment" value="${view.comment}" checked />
            ${t('moderation:journal.comment')}
          </label>
        </div>`
      }
      <div class="queue-filter-acts">
        <button class="button button-quiet">${t('moderation:filter.submit')}</button>
        ${
          (view.moderator || view.act || view.comment) &&
          html`<a href="/moderation/${locale}/journal">${t('moderation:filter.clear')}</a>`
        }
      </div>
    </form>
  </search>`;
}

function option(value: string, text: string, chosen: string): Html {
  return html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`;
}

function pages({ locale, view, before, next }: JournalPageView): Html | string {
  if (before === '' && next === null) return '';
  const t = useTranslations(locale);
  const href = (from: string) => `/moderation/${locale}${journalPlace(view, from)}`;
  return html`<nav class="queue-pages" aria-label="${t('moderation:queue.pages')}">
    ${before !== '' && html`<a href="${href('')}">${t('moderation:queue.first')}</a>`}
    ${next !== null && html`<a href="${href(next)}" rel="next">${t('moderation:queue.next')}</a>`}
  </nav>`;
}
