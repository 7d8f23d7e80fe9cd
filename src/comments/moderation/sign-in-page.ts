import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import type { Locale } from '../../i18n/locales.ts';
import { formField } from '../accounts/form-field.ts';
import { PASSKEY_SCRIPT, passkeyForm } from '../accounts/passkey-form.ts';
import { requestOptions } from '../accounts/passkey-options.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';
import { moderationPage } from './moderation-page.ts';
import { thenQuery } from './place-after.ts';

/** Address and password, or a passkey; `problem` says why the last attempt failed, the same for all reasons. */
export function signInPage(
  service: Service,
  view: {
    readonly locale: Locale;
    readonly email?: string;
    /** Where to go once signed in. */
    readonly then: string | null;
    readonly problem?: string;
    readonly passkeyProblem?: string;
  },
): Html {
  const { locale, email = '', then, problem, passkeyProblem } = view;
  const t = useTranslations(locale);
  const title = t('moderation:signIn.title');
  const query = thenQuery(then);
  const main = html`<h1>${title}</h1>
    ${problem && html`<p class="comment-summary" role="alert">${problem}</p>`}
    <form class="moderation-form" method="post" action="/moderation/${locale}/sign-in${query}">
      ${formField({
        name: 'email',
        type: 'email',
        label: t('moderation:signIn.email'),
        autocomplete: 'username',
        value: email,
      })}
      ${formField({
        name: 'password',
        type: 'password',
        label: t('moderation:signIn.password'),
        autocomplete: 'current-password',
      })}
      <button class="button">${t('moderation:signIn.submit')}</button>
    </form>
    ${passkeyForm({
      locale,
      ceremony: 'get',
      options: requestOptions(service),
      action: `/moderation/${locale}/sign-in/passkey${query}`,
      error: passkeyProblem,
      content: html`<button class="button button-quiet">${t('accounts:passkeys.signIn')}</button>`,
    })}
    <p class="comment-hint">${t('moderation:signIn.help')}</p>`;
  const { settings } = service;
  const place = `/sign-in${query}`;
  return moderationPage({ settings, locale, title, main, place, by: null, script: PASSKEY_SCRIPT });
}
