import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import type { ListedSession } from '../store/account-store.ts';
import type { Html } from '../thread/comment-form.ts';
import type { AccountView } from './account-page.ts';

/** Where one is signed in; each session but this one can be ended. */
export function sessionPart(view: AccountView): Html {
  const { locale, by, sessions } = view;
  const t = useTranslations(locale);
  return html`<section class="account-part" aria-labelledby="sessions">
    <h2 id="sessions">${t('accounts:sessions.heading')}</h2>
    <p>${t('accounts:sessions.lead')}</p>
    <form method="post" action="/moderation/${locale}/account/sessions">
      <input type="hidden" name="token" value="${by.formToken}" />
      <ul class="account-list">
        ${sessions.map((session) => item(view, session))}
      </ul>
      ${
        sessions.length > 1 &&
        html`<p>
          <button class="button button-quiet" name="others" value="1">
            ${t('accounts:sessions.endOthers')}
          </button>
        </p>`
      }
    </form>
  </section>`;
}

function item({ locale, by }: AccountView, session: ListedSession): Html {
  const t = useTranslations(locale);
  const { id, stage, createdAt, lastSeenAt } = session;
  const agent = session.agent ?? t('accounts:sessions.unknown');
  const begun = formatInstant(createdAt, locale);
  const isThis = id === by.session;
  return html`<li class="account-row">
    <div class="account-what">
      <p>
        <strong>${agent}</strong>
        ${isThis && html`<span class="account-mark">${t('accounts:sessions.this')}</span>`}
        ${
          stage === 'second-factor' &&
          html`<span class="account-mark">${t('accounts:sessions.half')}</span>`
        }
      </p>
      <p class="comment-hint">
        ${t('accounts:sessions.begun', { date: begun })}
        ${t('accounts:sessions.seen', { date: formatInstant(lastSeenAt, locale) })}
      </p>
    </div>
    ${
      !isThis &&
      html`<button
        class="button button-quiet"
        name="session"
        value="${id}"
        aria-label="${t('accounts:sessions.endOf', { agent, date: begun })}"
      >
        ${t('accounts:sessions.end')}
      </button>`
    }
  </li>`;
}
