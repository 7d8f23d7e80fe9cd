import { html } from 'hono/html';
import { LOCALE_NAMES, type Locale, otherLocale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { page } from '../service/page.ts';
import type { Settings } from '../service/read-settings.ts';
import type { Html } from '../thread/comment-form.ts';
import { hasRole, type SignedIn } from './session.ts';

/** Where the navigation leads, each for those who may go there. */
const SECTIONS = [
  { place: '/pending', label: 'moderation:nav.pending', role: 'moderator' },
  { place: '/journal', label: 'moderation:nav.journal', role: 'moderator' },
  { place: '/rules', label: 'spam:nav', role: 'administrator' },
  { place: '/moderators', label: 'accounts:nav.moderators', role: 'administrator' },
  { place: '/account', label: 'accounts:nav.account', role: 'moderator' },
] as const;

/** The frame of the moderation pages: sections, the other language at the same place, sign out. */
export function moderationPage(content: {
  readonly settings: Settings;
  readonly locale: Locale;
  readonly title: string;
  readonly main: Html;
  /** What follows `/moderation/<locale>`, with its query. */
  readonly place: string;
  readonly by: SignedIn | null;
  readonly script?: string;
}): Html {
  const { settings, locale, title, main, place, by, script } = content;
  const t = useTranslations(locale);
  const other = otherLocale(locale);
  const nav = html`<nav class="moderation-nav" aria-label="${t('moderation:nav.label')}">
    ${
      by &&
      SECTIONS.filter(({ role }) => hasRole(by, role)).map(
        (section) =>
          html`<a
            href="/moderation/${locale}${section.place}"
            ${section === sectionOf(place) ? html`aria-current="true"` : ''}
            >${t(section.label)}</a
          >`,
      )
    }
    <a href="/moderation/${other}${place}" hreflang="${other}" lang="${other}"
      >${LOCALE_NAMES[other]}</a
    >
    ${
      by &&
      html`<form method="post" action="/moderation/${locale}/sign-out">
        <input type="hidden" name="token" value="${by.formToken}" />
        <button class="button button-quiet">
          ${t('moderation:nav.signOut', { name: by.moderator.name })}
        </button>
      </form>`
    }
  </nav>`;
  return page({
    settings,
    locale,
    title: `${title} · ${t('moderation:title')}`,
    main,
    nav,
    wide: by !== null,
    ...(script && { script }),
  });
}

/** The section that a page belongs to; the queue's has all its states. */
function sectionOf(at: string): (typeof SECTIONS)[number] {
  return SECTIONS.find(({ place }) => at.startsWith(place)) ?? SECTIONS[0];
}
