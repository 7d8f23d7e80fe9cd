import { foldedWords } from './fold-text.ts';

/** What is searched: the words, the author's name and address, an address as a whole, and what never changes. */
export type SearchField = 'text' | 'author' | 'address' | 'locale' | 'tutorial';

/** Where the hash of each field begins: the same letters in another field are another gram. */
const SEEDS = {
  text: 0x811c9dc5,
  author: 0x1b873593,
  address: 0x52dce729,
  locale: 0x38b34ae5,
  tutorial: 0x2f58c1c9,
} as const satisfies Record<SearchField, number>;

/** Letters in the longest gram. */
const LONGEST = 3;

/**
 * Every piece of one, two and three letters that stands in a word of `text`, each as a number of
 * 32 bits. A word stands somewhere in a text only if all its grams do; two grams may share a
 * number, so whoever searches looks at the text again.
 */
export function textGrams(text: string, field: 'text' | 'author'): ReadonlySet<number> {
  const grams = new Set<number>();
  for (const word of foldedWords(text)) {
    const letters = Array.from(word);
    for (let start = 0; start < letters.length; start += 1) {
      let hash: number = SEEDS[field];
      for (let end = start; end < Math.min(start + LONGEST, letters.length); end += 1) {
        hash = mix(hash, letters[end] ?? '');
        grams.add(hash);
      }
    }
  }
  return grams;
}

/** The gram of a whole: an address, a language, a tutorial. */
export function wholeGram(whole: string, field: 'address' | 'locale' | 'tutorial'): number {
  return mix(SEEDS[field], whole.toLowerCase());
}

/** The grams that a text must have for each word of `query` to stand in it: the longest of each. */
export function queryGrams(query: string, field: 'text' | 'author'): ReadonlySet<number> {
  const grams = new Set<number>();
  for (const word of foldedWords(query)) {
    const letters = Array.from(word);
    const length = Math.min(LONGEST, letters.length);
    for (let start = 0; start + length <= letters.length; start += 1)
      grams.add(letters.slice(start, start + length).reduce(mix, SEEDS[field]));
  }
  return grams;
}

/** FNV-1a over UTF-16 units (http://www.isthe.com/chongo/tech/comp/fnv/), as a signed number. */
function mix(hash: number, letters: string): number {
  let mixed = hash;
  for (let n = 0; n < letters.length; n += 1)
    mixed = Math.imul(mixed ^ letters.charCodeAt(n), 0x01000193);
  return mixed;
}
