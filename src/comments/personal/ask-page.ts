import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { privacyPath } from '../../i18n/routes.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { type Service, siteHref } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';
import { personalPage } from './personal-page.ts';

/** Asks for an address; `error` says what is wrong with the last one. */
export function askPage(
  { settings }: Service,
  view: { readonly locale: Locale; readonly email?: string; readonly error?: string },
): Html {
  const { locale, email = '', error } = view;
  const t = useTranslations(locale);
  const title = t('personal:ask.title');
  const invalid = error && html`aria-invalid="true" aria-describedby="email-error"`;
  const form = html`<form method="post" action="/comments/${locale}/personal">
    <div class="comment-field">
      <label for="email">${t('personal:ask.email')}</label>
      <input
        id="email"
        name="email"
        type="email"
        autocomplete="email"
        required
        value="${email}"
        ${invalid}
      />
      ${error && html`<p class="comment-error" id="email-error" role="alert">${error}</p>`}
    </div>
    <button class="button">${t('personal:ask.submit')}</button>
  </form>`;
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:ask.lead')}</p>
    ${settings.mail === null ? html`<p>${t('personal:ask.noMail')}</p>` : form}
    <p>
      <a href="${siteHref(settings, privacyPath(locale))}">${t('personal:ask.privacy')}</a>
    </p>`;
  return personalPage({
    settings,
    locale,
    title: error ? t('comments:errors.pageTitle', { title }) : title,
    main,
    place: '/personal',
  });
}

/** The answer to every address, whether anything is held on it or not. */
export function askedPage({ settings }: Service, locale: Locale): Html {
  const t = useTranslations(locale);
  const title = t('personal:asked.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:asked.lead')}</p>
    <p>${t('personal:asked.nothing')}</p>`;
  return personalPage({ settings, locale, title, main, place: '/personal' });
}
