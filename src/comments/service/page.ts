import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import { homePath } from '../../i18n/routes.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { Html } from '../thread/comment-form.ts';
import type { Settings } from './read-settings.ts';
import { siteHref } from './service.ts';

/** The sign of the site, as `Logo.astro` draws it. */
const LOGO = html`<svg class="logo" viewBox="0 0 32 26" width="32" height="26" aria-hidden="true">
  <path class="logo-line" d="M1 1h12v5H1zM19 1h12v5H19zM1 20h30v5H1z"></path>
  <path class="logo-plate" d="M0 9h32v8H0z"></path>
</svg>`;

/** The frame of every page of the service; `nav` stands at the right of the name. */
export function page(content: {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly title: string;
  readonly main: Html;
  readonly nav?: Html | string;
  readonly script?: string;
  /** Wider than a column of text. */
  readonly wide?: boolean;
}): Html {
  const { settings, locale, title, main, nav = '', script, wide = false } = content;
  const t = useTranslations(locale);
  return html`<!doctype html>
    <html lang="${locale}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · ${t('site:name')}</title>
        <link rel="icon" href="/comments/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/comments/assets/service.css" />
        ${script && html`<script type="module" src="${script}"></script>`}
      </head>
      <body class="service ${wide ? 'service-wide' : ''}">
        <a class="skip" href="#main">${t('site:skip')}</a>
        <header class="site-header">
          <a class="site-name" href="${siteHref(settings, homePath(locale))}">
            ${LOGO} ${t('site:name')}
          </a>
          ${nav}
        </header>
        <main id="main" tabindex="-1">${main}</main>
      </body>
    </html>`;
}
