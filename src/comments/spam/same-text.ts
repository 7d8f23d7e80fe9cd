import { wordsOf } from './words-of.ts';

/** Fewer words are often the same by chance: “Thanks a lot!” */
const FEWEST_WORDS = 6;

/**
 * What two postings of the same text have in common, however they differ in case, accents,
 * punctuation and spaces; null for a text too short to tell.
 */
export function sameText(text: string): string | null {
  const words = wordsOf(text);
  return words.length < FEWEST_WORDS ? null : words.join(' ');
}
