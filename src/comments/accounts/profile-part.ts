import { html } from 'hono/html';
import { LOCALE_NAMES, LOCALES } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { ModeratorMail } from '../store/store.ts';
import type { Html } from '../thread/comment-form.ts';
import type { AccountView } from './account-page.ts';
import { formField } from './form-field.ts';

export const MAILS = ['each', 'digest', 'none'] as const satisfies readonly ModeratorMail[];

/** Name, language of mails, and which of them. */
export function profilePart({ locale, by, errors }: AccountView): Html {
  const t = useTranslations(locale);
  const { name, locale: language, mail } = by.moderator;
  return html`<section class="account-part" aria-labelledby="profile">
    <h2 id="profile">${t('accounts:profile.heading')}</h2>
    <form class="moderation-form" method="post" action="/moderation/${locale}/account/profile">
      <input type="hidden" name="token" value="${by.formToken}" />
      ${formField({
        id: 'profile-name',
        name: 'name',
        label: t('accounts:profile.name'),
        hint: t('accounts:profile.nameHint'),
        autocomplete: 'name',
        value: name,
        error: errors['profile-name'],
      })}
      <div class="comment-field">
        <label for="profile-language">${t('accounts:profile.language')}</label>
        <select id="profile-language" name="language">
          ${LOCALES.map(
            (each) =>
              html`<option value="${each}" lang="${each}" ${each === language ? 'selected' : ''}>
                ${LOCALE_NAMES[each]}
              </option>`,
          )}
        </select>
      </div>
      <fieldset class="account-choice">
        <legend>${t('accounts:profile.mail')}</legend>
        ${MAILS.map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="mail"
                value="${each}"
                ${each === mail ? 'checked' : ''}
              />${t(`accounts:profile.mails.${each}`)}</label
            >`,
        )}
      </fieldset>
      <button class="button">${t('accounts:profile.submit')}</button>
    </form>
  </section>`;
}
