import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { element } from './element.ts';

/** The numbers of the sources that stand behind a sentence, each a link into the list of sources. */
export function citationElement(
  keys: readonly string[],
  numberOf: (key: string) => number,
  locale: Locale,
) {
  const label = useTranslations(locale)('prose.source');
  return element(
    'emphasis',
    'sup',
    { className: ['cite'] },
    keys.map((key) => ({
      type: 'link',
      url: `#source-${key}`,
      children: [
        element('emphasis', 'span', { className: ['unseen'] }, [
          { type: 'text', value: `${label} ` },
        ]),
        { type: 'text', value: String(numberOf(key)) },
      ],
    })),
  );
}
