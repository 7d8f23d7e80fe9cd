import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import type { CommentState } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { DECISIONS } from './decision-buttons.ts';
import type { QueueItem } from './item-details.ts';
import { keyHelp } from './key-help.ts';
import { matchingForm } from './matching-form.ts';
import { moderationPage } from './moderation-page.ts';
import { type Done, queueBanner } from './queue-banner.ts';
import { queueFilter } from './queue-filter.ts';
import { queueItem } from './queue-item.ts';
import { QUEUE_TABS, type QueueView, stateOf, isFiltered, viewPlace } from './queue-view.ts';
import type { SignedIn } from './session.ts';

/** All that a page of the queue shows. */
export interface QueuePageView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly view: QueueView;
  readonly counts: Readonly<Record<CommentState, number>>;
  /** Tutorials of comments that are no lessons of the site. */
  readonly others: readonly string[];
  readonly items: readonly QueueItem[];
  /** Which page of the queue this is; '' for the first. */
  readonly before: string;
  /** Where the next one starts; null at the end. */
  readonly next: string | null;
  /** Comments that the search does not know yet. */
  readonly unsearched: number;
  readonly done: Done;
}

/** The queue: tabs with counts, the filter, what was done last with its undo, the comments. */
export function queuePage(service: Service, page: QueuePageView): Html {
  const { locale, by, view, items, before, next, done } = page;
  const t = useTranslations(locale);
  const place = viewPlace(view, { before });
  const more = before !== '' || next !== null;
  const main = html`<h1>${t('moderation:queue.heading')}</h1>
    ${tabs(page)} ${queueBanner(done, { locale, by, back: place })} ${queueFilter(service, page)}
    ${
      page.unsearched > 0 &&
      html`<p class="comment-hint">
        ${t('moderation:queue.unsearched', { count: page.unsearched })}
      </p>`
    }
    ${items.length === 0 ? empty(page) : queueForm(service, page, place)} ${pages(page)}
    ${more && items.length > 0 && matchingForm(locale, view)}`;
  return moderationPage({
    settings: service.settings,
    locale,
    title: t(`moderation:states.${view.tab}`),
    main,
    by,
    place,
    script: '/comments/assets/moderation-queue.js',
  });
}

/** Each state with how many it has; the filter goes along. */
function tabs({ locale, view, counts }: QueuePageView): Html {
  const t = useTranslations(locale);
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return html`<nav class="queue-tabs" aria-label="${t('moderation:queue.tabs')}">
    ${QUEUE_TABS.map(
      (tab) =>
        html`<a
          href="/moderation/${locale}${viewPlace({ ...view, tab })}"
          ${tab === view.tab ? html`aria-current="page"` : ''}
          >${t(`moderation:states.${tab}`)}
          <span class="queue-count"
            >${(tab === 'all' ? all : counts[tab]).toLocaleString(locale)}</span
          ></a
        >`,
    )}
  </nav>`;
}

function empty({ locale, view, next }: QueuePageView): Html {
  const t = useTranslations(locale);
  const nothing = view.tab === 'pending' ? 'pendingAll' : 'state';
  return html`<div class="queue-nothing">
    ${
      next === null &&
      html`<p class="queue-empty">
        ${t(`moderation:queue.empty.${isFiltered(view) ? 'filtered' : nothing}`)}
      </p>`
    }
    ${keyHelp(locale)}
  </div>`;
}

function queueForm(
  service: Service,
  { locale, by, view, items }: QueuePageView,
  place: string,
): Html {
  const t = useTranslations(locale);
  // Enter on a checkbox presses the form's first button, seen or not: one that sends nothing (the
  // method `dialog` outside a dialog; https://html.spec.whatwg.org/#form-submission-algorithm).
  return html`${keyHelp(locale)}
    <form class="queue" method="post" action="/moderation/${locale}/decisions">
      <button formmethod="dialog" hidden></button>
      <input type="hidden" name="token" value="${by.formToken}" />
      <input type="hidden" name="back" value="${place}" />
      <div class="queue-bulk" role="group" aria-label="${t('moderation:queue.bulk')}">
        <span class="queue-bulk-label">${t('moderation:queue.bulk')}</span>
        ${DECISIONS.filter((to) => to !== stateOf(view.tab)).map(
          (to) =>
            html`<button class="button button-quiet" name="act" value="${to}">
              ${t(`moderation:decide.${to}`)}
            </button>`,
        )}
        <button class="button button-quiet" type="button" data-check-all hidden>
          ${t('moderation:queue.all')}
        </button>
      </div>
      <ol class="queue-list">
        ${items.map((item) => queueItem(service, { item, locale, view }))}
      </ol>
    </form>`;
}

/** To the first page and the next one; a search that was not through yet says so. */
function pages({ locale, view, items, before, next }: QueuePageView): Html | string {
  if (before === '' && next === null) return '';
  const t = useTranslations(locale);
  const further = next !== null && items.length < PAGE;
  return html`${further && html`<p class="comment-hint">${t('moderation:queue.furtherHint')}</p>`}
    <nav class="queue-pages" aria-label="${t('moderation:queue.pages')}">
      ${
        before !== '' &&
        html`<a href="/moderation/${locale}${viewPlace(view)}">${t('moderation:queue.first')}</a>`
      }
      ${
        next !== null &&
        html`<a href="/moderation/${locale}${viewPlace(view, { before: next })}" rel="next"
          >${t(further ? 'moderation:queue.further' : 'moderation:queue.next')}</a
        >`
      }
    </nav>`;
}

/** Comments on one page of the queue. */
export const PAGE = 20;
