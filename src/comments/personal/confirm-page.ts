import { html } from 'hono/html';
import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { type Service, siteHref } from '../service/service.ts';
import type { Subscription } from '../store/address-store.ts';
import type { Html } from '../thread/comment-form.ts';
import { linkPath } from './personal-links.ts';
import { personalPage } from './personal-page.ts';

/** What a confirmation would begin, with the button that confirms and the one that wants no mail. */
export function confirmPage(
  { settings, tutorials }: Service,
  view: {
    readonly locale: Locale;
    readonly token: string;
    readonly email: string;
    readonly waiting: readonly Subscription[];
  },
): Html {
  const { locale, token, email, waiting } = view;
  const t = useTranslations(locale);
  const title = t('personal:confirm.title');
  const threads = new Set(waiting.map(({ tutorial }) => tutorials.get(tutorial)?.title[locale]));
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:confirm.lead', { email })}</p>
    <ul>
      ${[...threads].map((thread) => thread && html`<li>${thread}</li>`)}
    </ul>
    <form method="post" action="${linkPath('confirm', locale, token)}">
      <p class="personal-actions">
        <button class="button" name="intent" value="confirm">${t('personal:confirm.yes')}</button>
        <button class="button button-quiet" name="intent" value="stop">
          ${t('personal:confirm.no')}
        </button>
      </p>
    </form>
    <p class="comment-hint">${t('personal:confirm.ignore')}</p>`;
  return personalPage({ settings, locale, title, main, place: `/confirm/${token}` });
}

/** Thanks, and the way back to the tutorial: its fragment lets the browser be known again. */
export function confirmedPage(
  { settings }: Service,
  view: {
    readonly locale: Locale;
    readonly tutorial: TutorialEntry | undefined;
    readonly proof: string;
  },
): Html {
  const { locale, tutorial, proof } = view;
  const t = useTranslations(locale);
  const title = t('personal:confirmed.title');
  const main = html`<h1>${title}</h1>
    <p class="lede">${t('personal:confirmed.lead')}</p>
    ${
      tutorial &&
      html`<p>
        <a class="button" href="${siteHref(settings, tutorial.path[locale])}#commenter=${proof}"
          >${t('comments:compose.back', { title: tutorial.title[locale] })}</a
        >
      </p>`
    }`;
  return personalPage({ settings, locale, title, main, place: null });
}
