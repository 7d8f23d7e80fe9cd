import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import { moderationPage } from '../moderation/moderation-page.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import type { ModeratorAccount } from '../store/account-store.ts';
import type { Role } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { formField } from './form-field.ts';
import { actsOn, type LastingAct, type TeamAct } from './team-acts.ts';

export const ROLES = ['moderator', 'administrator'] as const satisfies readonly Role[];

export interface TeamView {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly accounts: readonly ModeratorAccount[];
  /** What was done to whom a moment ago. */
  readonly done?: { readonly act: LastingAct; readonly name: string };
  /** A link that was made a moment ago. */
  readonly link?: { readonly name: string; readonly href: string };
  readonly problem?: string;
  /** What was typed into the invitation, with what is wrong with it. */
  readonly typed?: { readonly name: string; readonly email: string };
  readonly errors?: { readonly name?: string | undefined; readonly email?: string | undefined };
}

/** Acts for who has lost something: out of the way of a quick hand. */
const RARE: ReadonlySet<TeamAct> = new Set<TeamAct>(['link', 'reset']);

/** The team, for administrators: who is in it, what each may do, an invitation. */
export function teamPage({ settings }: Service, view: TeamView): Html {
  const { locale, by, accounts, done, problem } = view;
  const t = useTranslations(locale);
  const title = t('accounts:team.title');
  const main = html`<h1>${title}</h1>
    ${problem && html`<p class="comment-summary" role="alert">${problem}</p>`}
    ${
      done &&
      html`<p class="account-done" role="status">
        ${t(`accounts:team.done.${done.act}`, { name: done.name })}
      </p>`
    }
    ${view.link && linkPanel(view.link, locale)}
    <p class="lede">${t('accounts:team.lead')}</p>
    <ul class="account-list">
      ${accounts.map((account) => item(view, account))}
    </ul>
    ${invitation(view)}`;
  return moderationPage({ settings, locale, title, main, place: '/moderators', by });
}

function linkPanel({ name, href }: { name: string; href: string }, locale: Locale): Html {
  return html`<div class="account-done" role="status">
    <p>${useTranslations(locale)('accounts:team.linkFor', { name })}</p>
    <p><code class="account-link" translate="no">${href}</code></p>
  </div>`;
}

function item(view: TeamView, account: ModeratorAccount): Html {
  const { locale, by } = view;
  const t = useTranslations(locale);
  const { id, name, email, role, createdAt, disabledAt, passwordHash } = account;
  const acts = actsOn(account, by.moderator);
  const rare = acts.filter((act) => RARE.has(act));
  const marks = [
    id === by.moderator.id && t('accounts:team.you'),
    disabledAt !== null && t('accounts:team.disabled'),
    passwordHash === null && t('accounts:team.invited'),
  ].filter((mark) => mark !== false);
  return html`<li>
    <form class="account-row" method="post" action="/moderation/${locale}/moderators/change">
      <input type="hidden" name="token" value="${by.formToken}" />
      <input type="hidden" name="moderator" value="${id}" />
      <div class="account-what">
        <h2>${name}</h2>
        ${marks.map((mark) => html`<span class="account-mark">${mark}</span> `)}
        <p>${email}</p>
        <dl class="queue-facts">
          ${fact(t('accounts:team.role'), t(`accounts:roles.${role}`))}
          ${fact(
            t('accounts:team.factor'),
            account.hasSecondFactor ? t('accounts:team.yes') : t('accounts:team.no'),
          )}
          ${fact(t('accounts:team.passkeys'), String(account.passkeys))}
          ${fact(t('accounts:team.since'), formatInstant(createdAt, locale))}
        </dl>
      </div>
      ${acts.filter((act) => !RARE.has(act)).map((act) => button(act, name, locale))}
      ${
        rare.length > 0 &&
        html`<details class="account-more">
          <summary>${t('accounts:team.lost')}</summary>
          <p class="account-buttons">${rare.map((act) => button(act, name, locale))}</p>
        </details>`
      }
    </form>
  </li>`;
}

function fact(term: string, value: string): Html {
  return html`<div>
    <dt>${term}</dt>
    <dd>${value}</dd>
  </div>`;
}

function button(act: TeamAct, name: string, locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<button
    class="button button-quiet"
    name="act"
    value="${act}"
    aria-label="${t(`accounts:team.actOf.${act}`, { name })}"
  >
    ${t(`accounts:team.acts.${act}`)}
  </button> `;
}

function invitation({ locale, by, typed, errors = {} }: TeamView): Html {
  const t = useTranslations(locale);
  return html`<section class="account-part" aria-labelledby="invite">
    <h2 id="invite">${t('accounts:team.invite')}</h2>
    <form class="moderation-form" method="post" action="/moderation/${locale}/moderators">
      <input type="hidden" name="token" value="${by.formToken}" />
      ${formField({
        name: 'name',
        label: t('accounts:team.name'),
        value: typed?.name ?? '',
        error: errors.name,
      })}
      ${formField({
        name: 'email',
        type: 'email',
        label: t('accounts:team.email'),
        value: typed?.email ?? '',
        error: errors.email,
      })}
      <div class="comment-field">
        <label for="role">${t('accounts:team.role')}</label>
        <select id="role" name="role">
          ${ROLES.map((role) => html`<option value="${role}">${t(`accounts:roles.${role}`)}</option>`)}
        </select>
      </div>
      <button class="button">${t('accounts:team.submit')}</button>
    </form>
  </section>`;
}
