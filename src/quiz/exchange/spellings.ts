import { normalizeText } from '../grading/normalize-text.ts';

/** The marks that accents leave once letters are taken apart. */
const ACCENTS = /\p{Mn}/gu;

/**
 * The ways to write each of `texts` that the site takes for the same and other platforms do not:
 * with and without accents, with either apostrophe. Case is left to the platform.
 */
export function spellings(texts: readonly string[], exact: boolean): readonly string[] {
  const clean = texts.map((text) => (exact ? text : text.replaceAll('`', '')).trim());
  const all = exact ? clean : clean.flatMap((text) => variants(text));
  const seen = new Map(all.map((text) => [exact ? text : text.toLowerCase(), text]));
  return [...seen.values()].filter((text) => normalizeText(text, exact) !== '');
}

function variants(text: string): readonly string[] {
  const bare = text.normalize('NFD').replace(ACCENTS, '').normalize('NFC');
  return [text, bare].flatMap((each) => [
    each,
    each.replaceAll('’', "'"),
    each.replaceAll("'", '’'),
  ]);
}
