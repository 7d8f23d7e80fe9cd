import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { moderationPage } from '../moderation/moderation-page.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';
import { formField } from './form-field.ts';

/** After the password: the code of the app, or a recovery code. */
export function secondFactorPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly by: SignedIn;
    readonly place: string;
    readonly codeError?: string | undefined;
    readonly recoveryError?: string | undefined;
  },
): Html {
  const { locale, by, place, codeError, recoveryError } = view;
  const t = useTranslations(locale);
  const title = t('accounts:check.title');
  const form = (content: Html): Html =>
    html`<form class="moderation-form" method="post" action="/moderation/${locale}${place}">
      <input type="hidden" name="token" value="${by.formToken}" />
      ${content}
    </form>`;
  const code = formField({
    name: 'code',
    label: t('accounts:factor.code'),
    autocomplete: 'one-time-code',
    numeric: true,
    error: codeError,
  });
  const recovery = formField({
    name: 'recovery',
    label: t('accounts:check.recovery'),
    hint: t('accounts:check.recoveryHint'),
    error: recoveryError,
  });
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('accounts:check.lead')}</p>
    ${form(html`${code}<button class="button">${t('accounts:check.submit')}</button>`)}
    <details class="account-more" ${recoveryError ? 'open' : ''}>
      <summary>${t('accounts:check.lost')}</summary>
      ${form(
        html`${recovery}<button class="button button-quiet">
            ${t('accounts:check.submitRecovery')}
          </button>`,
      )}
    </details>
    <p><a href="/moderation/${locale}/sign-in">${t('accounts:check.restart')}</a></p>`;
  return moderationPage({ settings, locale, title, main, place, by: null });
}
