import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import type { QueuePage } from '../store/queue-store.ts';
import { COMMENT_STATES, type CommentState, type Decision } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { DECISIONS } from './decision-buttons.ts';
import { moderationPage } from './moderation-page.ts';
import { queueItem } from './queue-item.ts';
import type { SignedIn } from './session.ts';
import { undoForm } from './undo-form.ts';

/** One state of the queue: tabs with counts, the last decision with its undo, the comments. */
export function queuePage(
  service: Service,
  view: {
    readonly locale: Locale;
    readonly by: SignedIn;
    readonly state: CommentState;
    readonly counts: Readonly<Record<CommentState, number>>;
    readonly queue: QueuePage;
    /** Which page of the queue this is; '' for the first. */
    readonly before: string;
    readonly done: Decision | null;
  },
): Html {
  const { locale, by, state, counts, queue, before, done } = view;
  const t = useTranslations(locale);
  const title = t(`moderation:states.${state}`);
  const main = html`<h1>${t('moderation:queue.heading')}</h1>
    ${tabs(locale, state, counts)} ${done && banner(locale, by, done, state)}
    ${
      queue.comments.length === 0
        ? html`<p class="queue-empty">${t(`moderation:queue.empty.${state}`)}</p>`
        : queueForm(service, view)
    }
    ${pages(locale, state, before, queue.next)}`;
  return moderationPage({
    settings: service.settings,
    locale,
    title,
    main,
    by,
    place: `/${state}${before && `?before=${encodeURIComponent(before)}`}`,
    script: '/comments/assets/moderation-queue.js',
  });
}

function tabs(
  locale: Locale,
  current: CommentState,
  counts: Readonly<Record<CommentState, number>>,
): Html {
  const t = useTranslations(locale);
  return html`<nav class="queue-tabs" aria-label="${t('moderation:queue.tabs')}">
    ${COMMENT_STATES.map(
      (state) =>
        html`<a
          href="/moderation/${locale}/${state}"
          ${state === current ? html`aria-current="page"` : ''}
          >${t(`moderation:states.${state}`)}
          <span class="queue-count">${counts[state].toLocaleString(locale)}</span></a
        >`,
    )}
  </nav>`;
}

function banner(locale: Locale, by: SignedIn, done: Decision, state: CommentState): Html {
  const t = useTranslations(locale);
  const count = done.changes.length;
  return html`<div class="queue-banner" role="status">
    <p>
      ${
        done.undoneAt === null
          ? t(`moderation:done.${done.to}`, { count })
          : t('moderation:done.undone', { count })
      }
    </p>
    ${done.undoneAt === null && undoForm({ locale, by, decision: done.id, back: `/${state}` })}
  </div>`;
}

function queueForm(service: Service, view: Parameters<typeof queuePage>[1]): Html {
  const { locale, by, state, queue, before } = view;
  const t = useTranslations(locale);
  // Enter on a checkbox presses the form's first button, seen or not: one that sends nothing (the
  // method `dialog` outside a dialog; https://html.spec.whatwg.org/#form-submission-algorithm).
  return html`<form class="queue" method="post" action="/moderation/${locale}/decisions">
    <button formmethod="dialog" hidden></button>
    <input type="hidden" name="token" value="${by.formToken}" />
    <input type="hidden" name="state" value="${state}" />
    <input type="hidden" name="before" value="${before}" />
    <p class="queue-keys" data-keys hidden>
      <label><input type="checkbox" data-keys-on />${t('moderation:keys.label')}</label>
      <span><kbd>j</kbd> <kbd>k</kbd> ${t('moderation:keys.move')}</span>
      <span><kbd>a</kbd> ${t('moderation:decide.approved')}</span>
      <span><kbd>r</kbd> ${t('moderation:decide.rejected')}</span>
      <span><kbd>s</kbd> ${t('moderation:decide.spam')}</span>
      <span><kbd>x</kbd> ${t('moderation:keys.check')}</span>
      <span><kbd>u</kbd> ${t('moderation:undo')}</span>
    </p>
    <div class="queue-bulk" role="group" aria-label="${t('moderation:queue.bulk')}">
      <span class="queue-bulk-label">${t('moderation:queue.bulk')}</span>
      ${DECISIONS.filter((to) => to !== state).map(
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
      ${queue.comments.map((comment) => queueItem(service, { comment, locale, state }))}
    </ol>
  </form>`;
}

function pages(
  locale: Locale,
  state: CommentState,
  before: string,
  next: string | null,
): Html | string {
  if (before === '' && next === null) return '';
  const t = useTranslations(locale);
  const first = `/moderation/${locale}/${state}`;
  return html`<nav class="queue-pages" aria-label="${t('moderation:queue.pages')}">
    ${before !== '' && html`<a href="${first}">${t('moderation:queue.first')}</a>`}
    ${
      next !== null &&
      html`<a href="${first}?before=${encodeURIComponent(next)}" rel="next"
        >${t('moderation:queue.next')}</a
      >`
    }
  </nav>`;
}
