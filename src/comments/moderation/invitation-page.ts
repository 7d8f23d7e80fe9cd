import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { formField } from '../accounts/form-field.ts';
import type { Service } from '../service/service.ts';
import type { Moderator } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import { FIRST_MODERATOR } from './invitations.ts';
import { moderationPage } from './moderation-page.ts';
import { PASSWORD_LENGTH } from './password.ts';

/** A wrong field and the sentence about it. */
export interface InvitationError {
  readonly field: 'name' | 'email' | 'password';
  readonly message: string;
}

/** Where an invited moderator chooses a password; the first one says who they are as well. */
export function invitationPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly token: string;
    readonly invited: Moderator;
    readonly name?: string;
    readonly email?: string;
    readonly errors?: readonly InvitationError[];
  },
): Html {
  const { locale, token, invited, name = '', email = '', errors = [] } = view;
  const t = useTranslations(locale);
  const title = t('moderation:invitation.title');
  const first = invited.email === FIRST_MODERATOR.email;
  const about = (field: InvitationError['field']) =>
    errors.find((each) => each.field === field)?.message;
  const main = html`<h1>${title}</h1>
    <p class="lede">
      ${
        first
          ? t('moderation:invitation.first')
          : t('moderation:invitation.lead', { name: invited.name, email: invited.email })
      }
    </p>
    <form class="moderation-form" method="post" action="/moderation/${locale}/invitation/${token}">
      ${
        first
          ? html`${formField({
              name: 'name',
              label: t('moderation:invitation.name'),
              autocomplete: 'name',
              value: name,
              error: about('name'),
            })}
            ${formField({
              name: 'email',
              type: 'email',
              label: t('moderation:signIn.email'),
              autocomplete: 'username',
              value: email,
              error: about('email'),
            })}`
          : html`<input
              type="hidden"
              name="username"
              autocomplete="username"
              value="${invited.email}"
            />`
      }
      ${formField({
        name: 'password',
        type: 'password',
        label: t('moderation:invitation.password'),
        autocomplete: 'new-password',
        hint: t('moderation:invitation.passwordHint', { min: PASSWORD_LENGTH.min }),
        error: about('password'),
      })}
      <button class="button">${t('moderation:invitation.submit')}</button>
    </form>`;
  return moderationPage({ settings, locale, title, main, place: `/invitation/${token}`, by: null });
}
