import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { page } from '../service/page.ts';
import type { Service } from '../service/service.ts';
import type { Html } from '../thread/comment-form.ts';

/** The recovery codes, shown once; without navigation, so that nobody leaves by chance. */
export function recoveryCodesPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly codes: readonly string[];
    /** The page that follows, and its link's words. */
    readonly next: { readonly href: string; readonly label: 'toAccount' | 'toQueue' };
  },
): Html {
  const { locale, codes, next } = view;
  const t = useTranslations(locale);
  const title = t('accounts:codes.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('accounts:codes.lead')}</p>
    <ol class="account-codes" translate="no">
      ${codes.map((code) => html`<li><code>${code}</code></li>`)}
    </ol>
    <p><a class="button" href="${next.href}">${t(`accounts:codes.${next.label}`)}</a></p>`;
  return page({ settings, locale, title: `${title} · ${t('moderation:title')}`, main });
}
