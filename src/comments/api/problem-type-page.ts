import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { homePath } from '../../i18n/routes.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { page } from '../service/page.ts';
import { PROBLEMS, type ProblemCode } from '../service/problem.ts';
import type { Settings } from '../service/read-settings.ts';
import { siteHref } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';

/** What a problem's code means: the page to which the `type` of a problem document leads. */
export function problemTypePage(settings: Settings, locale: Locale, code: ProblemCode): Html {
  const t = useTranslations(locale);
  const title = t('comments:problem.about');
  const main = html`<h1>${title}</h1>
    <p><code>${code}</code> (HTTP ${PROBLEMS[code]})</p>
    <p class="lede">${t(`comments:problem.${code}`)}</p>
    <p><a href="${siteHref(settings, homePath(locale))}">${t('comments:problem.home')}</a></p>`;
  return page({ settings, locale, title, main });
}
