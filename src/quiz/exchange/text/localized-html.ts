import { LOCALES, type Locale, type Localized } from '../../../i18n/locales.ts';
import { inlineText } from '../../page/inline-text.ts';
import type { Languages } from '../exported.ts';

/** Text in HTML: apostrophes and quotes may stay, since it stands between tags. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** A value between double quotes. */
export function escapeAttribute(value: string): string {
  return escapeText(value).replaceAll('"', '&quot;');
}

/** Markup in one language, or in both side by side as Moodle's multilang filter tells them apart. */
export function inLanguages(markup: (locale: Locale) => string, languages: Languages): string {
  if (languages !== 'both') return markup(languages);
  const [fr, en] = LOCALES.map(markup);
  if (fr === en) return fr ?? '';
  return LOCALES.map(
    (locale) => `<span lang="${locale}" class="multilang">${markup(locale)}</span>`,
  ).join('');
}

/** A text of a quiz: typography set, code as `<code>`, line breaks kept. */
export function inlineMarkup(text: Localized, languages: Languages): string {
  return inLanguages(
    (locale) =>
      inlineText(text[locale].replace(/\r\n?/g, '\n'), locale)
        .map((part) => (part.code ? codeMarkup(part.text) : withBreaks(escapeText(part.text))))
        .join(''),
    languages,
  );
}

const withBreaks = (markup: string) => markup.replace(/\n+/g, '<br>');

/** Code in running text; where it has lines, their indentation is tied so that it stays. */
function codeMarkup(code: string): string {
  const lines = code.includes('\n') ? code.replace(/^ +/gm, tied) : code;
  return `<code>${escapeText(lines).replaceAll('\n', '<br>')}</code>`;
}

const tied = (spaces: string) => '\u00A0'.repeat(spaces.length);
