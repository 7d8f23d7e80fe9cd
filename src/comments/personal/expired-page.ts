import { html } from 'hono/html';
import { useTranslations } from '../../i18n/translations.ts';
import { wantsJson } from '../service/answer.ts';
import { problemDocument } from '../service/problem.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { pathLocale } from './path-locale.ts';
import type { LinkPurpose } from './personal-links.ts';
import { personalPage } from './personal-page.ts';

/** A mailed link that was used up, is too old, or never was: what to do now. */
export function expiredPage(
  { settings }: Service,
  c: ServiceContext,
  purpose: LinkPurpose,
): Response | Promise<Response> {
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const title = t('personal:expired.title');
  const detail = t(`personal:expired.${purpose}`);
  if (wantsJson(c)) return problemDocument({ code: 'not-found', detail });
  const main = html`<h1>${title}</h1>
    <p class="lede">${detail}</p>
    <p><a href="/comments/${locale}/personal">${t('personal:ask.title')}</a></p>`;
  return c.html(personalPage({ settings, locale, title, main, place: null }), 404);
}
