/** The languages of the site, in the order in which they are offered. */
export const LOCALES = ['fr', 'en'] as const;

export type Locale = (typeof LOCALES)[number];

/** A text in every language of the site. */
export type Localized = Readonly<Record<Locale, string>>;

/** Each language under its own name, as the language switch shows it. */
export const LOCALE_NAMES = { fr: 'Français', en: 'English' } as const satisfies Localized;

export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The other language of the two. */
export function otherLocale(locale: Locale): Locale {
  return locale === 'fr' ? 'en' : 'fr';
}
