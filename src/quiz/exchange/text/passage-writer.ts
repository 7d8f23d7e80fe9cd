import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import type { Passage } from './passage.ts';

/** Ties that typography sets by itself: authors write plain spaces. */
const TIES = /[\u00A0\u202F]/g;
const JOINERS = /[\u2060\u200B]/g;

/** Gathers passages piece by piece; a piece without a language is read in both. */
export function passageWriter() {
  const passages: Passage[] = [];
  let kind: Passage['kind'] = 'text';
  let block = 0;
  let skipped = false;
  let inCode = false;
  let pieces: Record<Locale, string[]> = { fr: [], en: [] };

  const finish = (next: Passage['kind']): void => {
    const set = kind === 'code' ? setCode : setText;
    const passage = { kind, block, fr: set(pieces.fr.join('')), en: set(pieces.en.join('')) };
    if (!skipped && (passage.fr !== '' || passage.en !== '')) passages.push(passage);
    pieces = { fr: [], en: [] };
    kind = next;
  };
  /** Ends the passage and begins another, a paragraph of its own. */
  const begin = (next: Passage['kind']): void => {
    finish(next);
    block += 1;
    skipped = false;
  };
  const put = (piece: string, language: Locale | undefined): void => {
    for (const locale of LOCALES) {
      if (language === undefined || language === locale) pieces[locale].push(piece);
    }
  };
  return {
    begin,
    /** Leaves the passage out that was begun. */
    skip: (): void => {
      skipped = true;
    },
    /** Running text, or code between marks. */
    add: (piece: string, language?: Locale): void => {
      const keepsLines = kind === 'code' || inCode;
      put(keepsLines ? piece : piece.replace(/\s+/g, ' '), language);
    },
    /** In running text, the line that follows is a passage of its own. */
    lineBreak: (language?: Locale): void => {
      if (kind === 'code' || inCode) put('\n', language);
      else finish('text');
    },
    /** Where code in running text begins or ends. */
    mark: (begins: boolean, language?: Locale): void => {
      if (kind === 'code') return;
      inCode = begins;
      put('`', language);
    },
    /** All passages, the last one ended. */
    finished: (): readonly Passage[] => {
      begin('text');
      return passages;
    },
  };
}

/** The ends of lines that code in running text keeps stay; all other white space is one space. */
function setText(text: string): string {
  return text
    .replace(TIES, ' ')
    .replace(JOINERS, '')
    .split(/(`[^`]*`)/)
    .map((part) => (part.startsWith('`') && part.length > 1 ? part : part.replace(/\s+/g, ' ')))
    .join('')
    .trim();
}

function setCode(text: string): string {
  return text
    .replace(TIES, ' ')
    .replace(/\r\n?/g, '\n')
    .replace(/^(?:[ \t]*\n)+|\s+$/g, '');
}
