import { html } from 'hono/html';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import { QUEUE_SORTS } from '../store/queue-store.ts';
import type { Html } from '../thread/comment-form.ts';
import { isFiltered, type QueueView, stateOf } from './queue-view.ts';
import { usualSort } from '../store/queue-order.ts';

/** The form that narrows a tab of the queue down; its answers stand in the address. */
export function queueFilter(
  { tutorials }: Service,
  {
    locale,
    view,
    others,
  }: {
    readonly locale: Locale;
    readonly view: QueueView;
    /** Tutorials that have comments and are no lessons of the site any more. */
    readonly others: readonly string[];
  },
): Html {
  const t = useTranslations(locale);
  const lessons = [...tutorials.values()].map(({ id, title }) => [id, title[locale]] as const);
  const sort = view.sort || usualSort(stateOf(view.tab));
  return html`<details class="queue-filter-area" ${isFiltered(view) || view.sort ? html`open` : ''}>
    <summary>${t('moderation:filter.label')}</summary>
    <form
      class="queue-filter"
      role="search"
      action="/moderation/${locale}/${view.tab}"
      aria-label="${t('moderation:filter.label')}"
    >
      ${choice({
        name: 'tutorial',
        label: t('moderation:filter.tutorial'),
        chosen: view.tutorial,
        options: [
          ['', t('moderation:filter.anyTutorial')],
          ...lessons,
          ...others.map((id) => [id, id] as const),
        ],
      })}
      ${choice({
        name: 'language',
        label: t('moderation:filter.language'),
        chosen: view.language,
        options: [
          ['', t('moderation:filter.anyLanguage')],
          ...LOCALES.map((each) => [each, t(`moderation:languages.${each}`)] as const),
        ],
      })}
      ${words('author', t('moderation:filter.author'), t('moderation:filter.authorHint'), view.author)}
      ${words('text', t('moderation:filter.text'), t('moderation:filter.textHint'), view.text)}
      ${choice({
        name: 'sort',
        label: t('moderation:filter.sort'),
        chosen: sort,
        options: QUEUE_SORTS.map((each) => [each, t(`moderation:filter.sorts.${each}`)] as const),
      })}
      <div class="queue-filter-acts">
        <button class="button button-quiet">${t('moderation:filter.submit')}</button>
        ${
          isFiltered(view) &&
          html`<a href="/moderation/${locale}/${view.tab}">${t('moderation:filter.clear')}</a>`
        }
      </div>
    </form>
  </details>`;
}

function choice(field: {
  readonly name: string;
  readonly label: string;
  readonly chosen: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}): Html {
  const { name, label, chosen, options } = field;
  return html`<div class="queue-filter-field">
    <label for="filter-${name}">${label}</label>
    <select id="filter-${name}" name="${name}">
      ${options.map(
        ([value, text]) =>
          html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`,
      )}
    </select>
  </div>`;
}

function words(name: 'author' | 'text', label: string, hint: string, value: string): Html {
  return html`<div class="queue-filter-field">
    <label for="filter-${name}">${label}</label>
    <input
      id="filter-${name}"
      name="${name}"
      type="search"
      value="${value}"
      maxlength="200"
      autocomplete="off"
      spellcheck="false"
      aria-describedby="filter-${name}-hint"
    />
    <p class="comment-hint" id="filter-${name}-hint">${hint}</p>
  </div>`;
}
