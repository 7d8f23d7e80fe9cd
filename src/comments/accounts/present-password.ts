import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Html } from '../thread/comment-form.ts';
import { formField } from './form-field.ts';

/** Asks for the present password again; the address goes along unseen, for password managers. */
export function presentPassword(field: {
  readonly locale: Locale;
  readonly by: SignedIn;
  readonly id: string;
  readonly error: string | undefined;
}): Html {
  const { locale, by, id, error } = field;
  const t = useTranslations(locale);
  return html`<input
      type="hidden"
      name="username"
      autocomplete="username"
      value="${by.moderator.email}"
    />
    ${formField({
      id,
      name: 'present',
      type: 'password',
      autocomplete: 'current-password',
      label: t('accounts:account.passwordAgain'),
      error,
    })}`;
}
