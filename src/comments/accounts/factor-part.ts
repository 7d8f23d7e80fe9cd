import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import type { Html } from '../thread/comment-form.ts';
import type { AccountView } from './account-page.ts';
import { presentPassword } from './present-password.ts';

/** Whether codes are asked for, and what one can do about it. */
export function factorPart(view: AccountView): Html {
  const { locale, factor, factorRequired } = view;
  const t = useTranslations(locale);
  const setUp = `/moderation/${locale}/account/second-factor`;
  return html`<section class="account-part" aria-labelledby="factor">
    <h2 id="factor">${t('accounts:factor.heading')}</h2>
    <p>${t('accounts:factor.lead')} ${factorRequired && t('accounts:factor.required')}</p>
    ${
      factor
        ? html`<p>
              <strong
                >${t('accounts:factor.on', { date: formatInstant(factor.confirmedAt, locale) })}</strong
              >
              ${t('accounts:factor.codesLeft', { count: factor.codesLeft })}
            </p>
            ${changeForm(view)}
            <p><a href="${setUp}">${t('accounts:factor.setUpAnew')}</a></p>`
        : html`<p><strong>${t('accounts:factor.off')}</strong></p>
            <p><a class="button" href="${setUp}">${t('accounts:factor.setUp')}</a></p>`
    }
  </section>`;
}

function changeForm({ locale, by, factorRequired, errors }: AccountView): Html {
  const t = useTranslations(locale);
  return html`<form
    class="moderation-form"
    method="post"
    action="/moderation/${locale}/account/second-factor/change"
  >
    <input type="hidden" name="token" value="${by.formToken}" />
    ${presentPassword({ locale, by, id: 'factor-present', error: errors['factor-present'] })}
    <p class="account-buttons">
      <button class="button" name="act" value="codes">${t('accounts:factor.newCodes')}</button>
      ${
        !factorRequired &&
        html`<button class="button button-quiet" name="act" value="remove">
          ${t('accounts:factor.remove')}
        </button>`
      }
    </p>
  </form>`;
}
