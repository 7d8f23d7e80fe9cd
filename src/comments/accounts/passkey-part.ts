import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import type { Passkey } from '../store/account-store.ts';
import type { Html } from '../thread/comment-form.ts';
import type { AccountView } from './account-page.ts';
import { formField } from './form-field.ts';
import { passkeyForm } from './passkey-form.ts';
import { presentPassword } from './present-password.ts';

/** Longer ones are no names. */
export const PASSKEY_NAME = 60;

/** The passkeys, to be renamed or removed, and a form for another. */
export function passkeyPart(view: AccountView): Html {
  const { locale, passkeys } = view;
  const t = useTranslations(locale);
  return html`<section class="account-part" aria-labelledby="passkeys">
    <h2 id="passkeys">${t('accounts:passkeys.heading')}</h2>
    <p>${t('accounts:passkeys.lead')}</p>
    ${
      passkeys.length === 0
        ? html`<p><strong>${t('accounts:passkeys.none')}</strong></p>`
        : html`<ul class="account-list">
            ${passkeys.map((passkey, index) => item(view, passkey, index))}
          </ul>`
    }
    <p class="comment-hint" data-passkey-off>${t('accounts:passkeys.needsScript')}</p>
    ${addForm(view)}
  </section>`;
}

function item({ locale, by }: AccountView, passkey: Passkey, index: number): Html {
  const t = useTranslations(locale);
  const { id, name, createdAt, lastUsedAt } = passkey;
  return html`<li>
    <form class="account-row" method="post" action="/moderation/${locale}/account/passkeys/change">
      <input type="hidden" name="token" value="${by.formToken}" />
      <input type="hidden" name="passkey" value="${id}" />
      <div class="account-what">
        <label class="unseen" for="passkey-${index}"
          >${t('accounts:passkeys.nameOf', { name })}</label
        >
        <input
          id="passkey-${index}"
          name="name"
          value="${name}"
          maxlength="${PASSKEY_NAME}"
          autocomplete="off"
          required
        />
        <p class="comment-hint">
          ${t('accounts:passkeys.created', { date: formatInstant(createdAt, locale) })}
          ${
            lastUsedAt === null
              ? t('accounts:passkeys.unused')
              : t('accounts:passkeys.used', { date: formatInstant(lastUsedAt, locale) })
          }
        </p>
      </div>
      <button
        class="button button-quiet"
        name="act"
        value="rename"
        aria-label="${t('accounts:passkeys.renameOf', { name })}"
      >
        ${t('accounts:passkeys.rename')}
      </button>
      <button
        class="button button-quiet"
        name="act"
        value="remove"
        aria-label="${t('accounts:passkeys.removeOf', { name })}"
      >
        ${t('accounts:passkeys.remove')}
      </button>
    </form>
  </li>`;
}

function addForm({ locale, by, newPasskey, errors }: AccountView): Html {
  const t = useTranslations(locale);
  return passkeyForm({
    locale,
    ceremony: 'create',
    options: newPasskey,
    action: `/moderation/${locale}/account/passkeys`,
    error: errors.passkey,
    content: html`<input type="hidden" name="token" value="${by.formToken}" />
      ${formField({
        id: 'passkey-name',
        name: 'name',
        label: t('accounts:passkeys.name'),
        hint: t('accounts:passkeys.nameHint'),
        error: errors['passkey-name'],
      })}
      ${presentPassword({ locale, by, id: 'passkey-present', error: errors['passkey-present'] })}
      <button class="button">${t('accounts:passkeys.add')}</button>`,
  });
}
