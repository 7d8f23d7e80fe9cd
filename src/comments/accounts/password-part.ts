import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { PASSWORD_LENGTH } from '../moderation/password.ts';
import type { Html } from '../thread/comment-form.ts';
import type { AccountView } from './account-page.ts';
import { formField } from './form-field.ts';
import { presentPassword } from './present-password.ts';

/** A new password, for the present one. */
export function passwordPart({ locale, by, errors }: AccountView): Html {
  const t = useTranslations(locale);
  return html`<section class="account-part" aria-labelledby="password">
    <h2 id="password">${t('accounts:password.heading')}</h2>
    <form class="moderation-form" method="post" action="/moderation/${locale}/account/password">
      <input type="hidden" name="token" value="${by.formToken}" />
      ${presentPassword({ locale, by, id: 'password-present', error: errors['password-present'] })}
      ${formField({
        id: 'password-new',
        name: 'password',
        type: 'password',
        autocomplete: 'new-password',
        label: t('accounts:password.new'),
        hint: t('moderation:invitation.passwordHint', { min: PASSWORD_LENGTH.min }),
        error: errors['password-new'],
      })}
      <button class="button">${t('accounts:password.submit')}</button>
    </form>
  </section>`;
}
