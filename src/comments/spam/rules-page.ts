import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import { moderationPage } from '../moderation/moderation-page.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import { type Block, BLOCK_KINDS, type BlockKind } from '../store/rules-store.ts';
import type { Html } from '../thread/comment-form.ts';
import { TYPED_KINDS } from './clean-block.ts';
import { type ThreadRow, threadsPart } from './threads-part.ts';

export interface RulesView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly blocks: readonly Block[];
  readonly threads: readonly ThreadRow[];
  /** Names of moderators by id. */
  readonly names: ReadonlyMap<string, string>;
  /** What has just been done, as a sentence. */
  readonly done?: string;
  /** What was typed and is wrong. */
  readonly wrong?: { readonly kind: BlockKind; readonly value: string; readonly message: string };
}

/** What is blocked, and which threads are open, with the forms to change both. */
export function rulesPage({ settings }: Service, view: RulesView): Html {
  const { locale, by, blocks, done, wrong } = view;
  const t = useTranslations(locale);
  const heading = t('spam:rules.title');
  const main = html`<h1>${heading}</h1>
    ${done !== undefined && html`<p class="rules-done" role="status">${done}</p>`}
    ${wrong && html`<p class="comment-summary" role="alert">${wrong.message}</p>`}
    <section class="rules-part" aria-labelledby="blocks">
      <h2 id="blocks">${t('spam:rules.blocks')}</h2>
      <p>${t('spam:rules.lead')}</p>
      ${addForm(view)}
      ${blocks.length === 0 && html`<p class="rules-none">${t('spam:rules.none')}</p>`}
      ${BLOCK_KINDS.map((kind) => group(kind, view))}
    </section>
    ${threadsPart(view, settings.spam.closeAfterDays)}`;
  const title = wrong ? t('comments:errors.pageTitle', { title: heading }) : heading;
  return moderationPage({ settings, locale, title, main, place: '/rules', by });
}

function addForm({ locale, by, wrong }: RulesView): Html {
  const t = useTranslations(locale);
  return html`<form class="rules-add" method="post" action="/moderation/${locale}/rules">
    <input type="hidden" name="token" value="${by.formToken}" />
    <div class="comment-field">
      <label for="kind">${t('spam:rules.kind')}</label>
      <select id="kind" name="kind">
        ${TYPED_KINDS.map(
          (kind) =>
            html`<option value="${kind}" ${kind === wrong?.kind ? 'selected' : ''}>
              ${t(`spam:rules.kinds.${kind}`)}
            </option>`,
        )}
      </select>
    </div>
    <div class="comment-field">
      <label for="value">${t('spam:rules.value')}</label>
      <input
        id="value"
        name="value"
        value="${wrong?.value ?? ''}"
        maxlength="300"
        autocomplete="off"
        autocapitalize="off"
        required
        aria-describedby="value-hint ${wrong ? 'value-error' : ''}"
        ${wrong ? html`aria-invalid="true" autofocus` : ''}
      />
      ${wrong && html`<p class="comment-error" id="value-error">${wrong.message}</p>`}
      <p class="comment-hint" id="value-hint">${t('spam:rules.valueHint')}</p>
    </div>
    <button class="button" name="act" value="add">${t('spam:rules.add')}</button>
  </form>`;
}

function group(kind: BlockKind, view: RulesView): Html | string {
  const { locale, by } = view;
  const blocks = view.blocks.filter((block) => block.kind === kind);
  if (blocks.length === 0) return '';
  const t = useTranslations(locale);
  return html`<h3>${t(`spam:rules.groups.${kind}`)}</h3>
    <form method="post" action="/moderation/${locale}/rules">
      <input type="hidden" name="token" value="${by.formToken}" />
      <ul class="rules-list">
        ${blocks.map((block) => item(block, view))}
      </ul>
    </form>`;
}

function item({ id, kind, value, ...block }: Block, { locale, names }: RulesView): Html {
  const t = useTranslations(locale);
  // The hash of a network says nothing to anybody, but tells it from another.
  const shown = kind === 'network' ? value.slice(0, 8) : value;
  const moderator = names.get(block.moderator ?? '') ?? t('spam:someone');
  const until = block.expiresAt;
  return html`<li>
    <div class="rules-what">
      <code translate="no">${shown}</code>
      <span class="comment-hint">
        ${t('spam:rules.by', { moderator, date: formatInstant(block.createdAt, locale) })}${
          until !== null && `, ${t('spam:rules.until', { date: formatInstant(until, locale) })}`
        }
      </span>
    </div>
    <button
      class="button button-quiet"
      name="act"
      value="remove:${id}"
      aria-label="${t('spam:rules.removeOne', { value: shown })}"
    >
      ${t('spam:rules.remove')}
    </button>
  </li>`;
}
