import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
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
  const about = (field: InvitationError['field']) => errors.find((each) => each.field === field);
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
          ? html`${field({ name: 'name', type: 'text', autocomplete: 'name', value: name }, t('moderation:invitation.name'), about('name'))}
            ${field({ name: 'email', type: 'email', autocomplete: 'username', value: email }, t('moderation:signIn.email'), about('email'))}`
          : html`<input
              type="hidden"
              name="username"
              autocomplete="username"
              value="${invited.email}"
            />`
      }
      ${field(
        { name: 'password', type: 'password', autocomplete: 'new-password', value: '' },
        t('moderation:invitation.password'),
        about('password'),
        t('moderation:invitation.passwordHint', { min: PASSWORD_LENGTH.min }),
      )}
      <button class="button">${t('moderation:invitation.submit')}</button>
    </form>`;
  return moderationPage({ settings, locale, title, main, place: `/invitation/${token}`, by: null });
}

function field(
  input: { name: InvitationError['field']; type: string; autocomplete: string; value: string },
  label: string,
  error: InvitationError | undefined,
  hint?: string,
): Html {
  const { name, type, autocomplete, value } = input;
  const describedBy = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ');
  return html`<div class="comment-field">
    <label for="${name}">${label}</label>
    <input
      id="${name}"
      name="${name}"
      type="${type}"
      autocomplete="${autocomplete}"
      value="${value}"
      required
      ${describedBy && html`aria-describedby="${describedBy}"`}
      ${error ? html`aria-invalid="true" autofocus` : ''}
    />
    ${error && html`<p class="comment-error" id="${name}-error">${error.message}</p>`}
    ${hint && html`<p class="comment-hint" id="${name}-hint">${hint}</p>`}
  </div>`;
}
