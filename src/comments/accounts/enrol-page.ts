import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { moderationPage } from '../moderation/moderation-page.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';
import { formField } from './form-field.ts';
import { presentPassword } from './present-password.ts';
import { qrCode } from './qr-code.ts';
import { totpUri } from './totp.ts';

/** Shows a new secret to be read by an app, and asks for a first code of it. */
export function enrolPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly by: SignedIn;
    readonly secret: string;
    /** The secret as it comes back with the form. */
    readonly sealed: string;
    /** Set up at the sign-in, since the service wants it: the password was shown just now. */
    readonly forced: boolean;
    /** Where the form goes, after `/moderation/<locale>`. */
    readonly place: string;
    readonly codeError?: string | undefined;
    readonly passwordError?: string | undefined;
  },
): Html {
  const { locale, by, secret, sealed, forced, place, codeError, passwordError } = view;
  const t = useTranslations(locale);
  const title = t('accounts:factor.title');
  const uri = totpUri(secret, by.moderator.email);
  const main = html`<h1>${title}</h1>
    ${forced && html`<p class="lede">${t('accounts:factor.forced')}</p>`}
    <p>${t('accounts:factor.scan')}</p>
    ${qrCode(uri, t('accounts:factor.qr'))}
    <p><a href="${uri}">${t('accounts:factor.here')}</a></p>
    <p>${t('accounts:factor.key')}</p>
    <p class="account-key"><code translate="no">${secret.replace(/(.{4})(?=.)/g, '$1 ')}</code></p>
    <form class="moderation-form" method="post" action="/moderation/${locale}${place}">
      <input type="hidden" name="token" value="${by.formToken}" />
      <input type="hidden" name="sealed" value="${sealed}" />
      ${formField({
        name: 'code',
        label: t('accounts:factor.code'),
        hint: t('accounts:factor.codeHint'),
        autocomplete: 'one-time-code',
        numeric: true,
        error: codeError,
      })}
      ${!forced && presentPassword({ locale, by, id: 'present', error: passwordError })}
      <button class="button">${t('accounts:factor.confirm')}</button>
    </form>`;
  return moderationPage({ settings, locale, title, main, place, by: forced ? null : by });
}
