import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { page } from '../service/page.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';

/** Asks whether a moderator wants no more mails, or says that there are none any more. */
export function stopPage(
  { settings }: Service,
  { locale, stopped }: { readonly locale: Locale; readonly stopped: boolean },
): Html {
  const t = useTranslations(locale);
  const title = t('mail:stop.title');
  const main = html`<h1>${title}</h1>
    ${
      stopped
        ? html`<p class="lede" role="status">${t('mail:stop.stopped')}</p>
            <p><a href="/moderation/${locale}/account">${t('mail:moderator.account')}</a></p>`
        : html`<p class="lede">${t('mail:stop.ask')}</p>
            <form method="post"><button class="button">${t('mail:stop.submit')}</button></form>`
    }`;
  return page({ settings, locale, title, main });
}
