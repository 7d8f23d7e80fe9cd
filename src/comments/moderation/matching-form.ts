import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import { DECISIONS } from './decision-buttons.ts';
import { type QueueView, stateOf, VIEW_FIELDS } from './queue-view.ts';

/** Leads to the page that decides on every comment of a view, of whatever page. */
export function matchingForm(locale: Locale, view: QueueView): Html {
  const t = useTranslations(locale);
  return html`<form class="queue-bulk" action="/moderation/${locale}/matching">
    <span class="queue-bulk-label" id="matching-label">${t('moderation:queue.matching')}</span>
    <input type="hidden" name="tab" value="${view.tab}" />
    ${VIEW_FIELDS.map(
      (name) => view[name] && html`<input type="hidden" name="${name}" value="${view[name]}" />`,
    )}
    ${DECISIONS.filter((to) => to !== stateOf(view.tab)).map(
      (to) =>
        html`<button
          class="button button-quiet"
          name="to"
          value="${to}"
          aria-describedby="matching-label"
        >
          ${t(`moderation:decide.${to}`)}…
        </button>`,
    )}
  </form>`;
}
