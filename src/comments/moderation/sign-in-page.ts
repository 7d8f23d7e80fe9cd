import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';
import { moderationPage } from './moderation-page.ts';

/** Address and password; `problem` says why the last attempt failed, the same for all reasons. */
export function signInPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly email?: string;
    /** Where to go once signed in. */
    readonly then: string | null;
    readonly problem?: string;
  },
): Html {
  const { locale, email = '', then, problem } = view;
  const t = useTranslations(locale);
  const title = t('moderation:signIn.title');
  const query = then ? `?then=${encodeURIComponent(then)}` : '';
  const main = html`<h1>${title}</h1>
    ${problem && html`<p class="comment-summary" role="alert">${problem}</p>`}
    <form class="moderation-form" method="post" action="/moderation/${locale}/sign-in${query}">
      <div class="comment-field">
        <label for="email">${t('moderation:signIn.email')}</label>
        <input
          id="email"
          name="email"
          type="email"
          autocomplete="username"
          required
          value="${email}"
        />
      </div>
      <div class="comment-field">
        <label for="password">${t('moderation:signIn.password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
        />
      </div>
      <button class="button">${t('moderation:signIn.submit')}</button>
    </form>
    <p class="comment-hint">${t('moderation:signIn.help')}</p>`;
  return moderationPage({ settings, locale, title, main, place: `/sign-in${query}`, by: null });
}
