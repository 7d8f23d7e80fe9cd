import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { homePath } from '../../i18n/routes.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import { page } from './page.ts';
import type { Settings } from './read-settings.ts';
import { siteHref } from './service.ts';

/** A request that cannot be done: what is wrong and a way out. */
export function problemPage(settings: Settings, locale: Locale, detail: string): Html {
  const t = useTranslations(locale);
  const title = t('comments:problem.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${detail}</p>
    <p><a href="${siteHref(settings, homePath(locale))}">${t('comments:problem.home')}</a></p>`;
  return page({ settings, locale, title, main });
}
