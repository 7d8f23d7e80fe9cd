import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';
import { personalPage } from './personal-page.ts';

/** Asks what to end: the replies under one tutorial, or all mail. */
export function unsubscribePage(
  { settings }: Service,
  view: { readonly locale: Locale; readonly token: string; readonly title: string | null },
): Html {
  const { locale, token, title: tutorial } = view;
  const t = useTranslations(locale);
  const title = t('personal:unsubscribe.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:unsubscribe.lead')}</p>
    <form method="post" action="/comments/${locale}/unsubscribe/${token}">
      <p class="personal-actions">
        ${
          tutorial !== null &&
          html`<button class="button" name="scope" value="thread">
            ${t('personal:unsubscribe.thread', { title: tutorial })}
          </button>`
        }
        <button class="button button-quiet" name="scope" value="all">
          ${t('personal:unsubscribe.all')}
        </button>
      </p>
    </form>`;
  return personalPage({ settings, locale, title, main, place: `/unsubscribe/${token}` });
}

/** No more mail will come; the way back. */
export function stoppedPage({ settings }: Service, locale: Locale): Html {
  const t = useTranslations(locale);
  const title = t('personal:stopped.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:stopped.lead')}</p>
    <p><a href="/comments/${locale}/personal">${t('personal:ask.title')}</a></p>`;
  return personalPage({ settings, locale, title, main, place: null });
}
