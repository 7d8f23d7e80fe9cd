import aboutEn from '../../../content/messages/en/layers.json' with { type: 'json' };
import aboutFr from '../../../content/messages/fr/layers.json' with { type: 'json' };
import type { Locale } from '../../i18n/locales.ts';
import { MESSAGES } from '../../i18n/translations.ts';
import type { Phrases } from '../phrases.ts';
import { PIECE_KINDS, PIECES } from './pieces.ts';

const NOTES = [
  'hardware-note',
  'hypervisor-1-note',
  'hypervisor-2-note',
  'kvm-note',
  'sentry-note',
] as const;

const ABOUT: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  fr: aboutFr,
  en: aboutEn,
};

/** The words of the bench: its own, and the names that the pictures of lessons give to the same things. */
export function benchWords(locale: Locale): Phrases {
  const { diagrams, workbench } = MESSAGES[locale];
  const stack: Readonly<Record<string, string>> = diagrams.stack;
  const shared = [...PIECE_KINDS, ...NOTES].flatMap((key) => {
    const text = stack[key];
    return text === undefined ? [] : [[key, text] as const];
  });
  const about = PIECE_KINDS.map(
    (kind) => [`is-${kind}`, ABOUT[locale][PIECES[kind].makes] ?? ''] as const,
  );
  return {
    locale,
    texts: { ...Object.fromEntries([...shared, ...about]), ...workbench.bench },
  };
}
