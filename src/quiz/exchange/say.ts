import { LOCALES, type Locale, type Localized } from '../../i18n/locales.ts';
import { useTranslations, type Translate } from '../../i18n/translations.ts';
import { inlineText } from '../page/inline-text.ts';
import type { Languages } from './exported.ts';
import { fragment, xml, type XmlNode } from './xml/xml.ts';

/** Puts what is said in a language into something of that language: a link, a picture. */
export type Wrap = (said: readonly XmlNode[], locale: Locale) => readonly XmlNode[];

/** Writes a text of a quiz as markup: typography set, code as `<code>`. */
export type Say = (text: Localized, wrap?: Wrap) => readonly XmlNode[];

/**
 * How a file of those languages says a text. Both: as Moodle's multi-language filter wants it,
 * spans side by side of which it keeps one; where nothing filters, a reader sees both.
 */
export function saying(languages: Languages): Say {
  if (languages !== 'both')
    return (text, wrap = asItIs) => wrap(inlineNodes(text, languages), languages);
  return (text, wrap = asItIs) => {
    const said = LOCALES.map((lang) => [lang, wrap(inlineNodes(text, lang), lang)] as const);
    const [[, first] = ['fr', []], ...others] = said;
    // What both languages say alike, such as a command, is said once.
    if (others.every(([, other]) => fragment(other) === fragment(first))) return first;
    return said.map(([lang, nodes]) => xml('span', { lang, class: 'multilang' }, nodes));
  };
}

/** Writes a text without markup; both languages one after the other. */
export function plainText(text: Localized, languages: Languages): string {
  const of = (locale: Locale) =>
    inlineText(text[locale], locale)
      .map((part) => part.text)
      .join('');
  if (languages !== 'both') return of(languages);
  return of('fr') === of('en') ? of('fr') : `${of('fr')} / ${of('en')}`;
}

/** A message of the interface in both languages. */
export function message(choose: (t: Translate) => string): Localized {
  return { fr: choose(useTranslations('fr')), en: choose(useTranslations('en')) };
}

const asItIs: Wrap = (said) => said;

function inlineMarkup(text: string, locale: Locale): string {
  return fragment(
    inlineText(text, locale).map((part) => (part.code ? xml('code', {}, part.text) : part.text)),
  );
}

/** Each text stands in every format, in its language and beside the other: it is set once. */
const remembered = new WeakMap<Localized, Partial<Record<Locale, readonly XmlNode[]>>>();

function inlineNodes(text: Localized, locale: Locale): readonly XmlNode[] {
  const known = remembered.get(text) ?? {};
  const nodes = known[locale] ?? [{ markup: inlineMarkup(text[locale], locale) }];
  remembered.set(text, { ...known, [locale]: nodes });
  return nodes;
}
