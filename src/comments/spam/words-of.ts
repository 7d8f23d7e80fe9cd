/** Scripts that set no spaces: each of their characters counts as a word, so that a word of two is found anywhere. */
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]|[[\p{L}\p{N}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]]+/gv;

/** Accents, and what shows nothing: soft hyphens, zero-width spaces, direction marks. */
const MARKS = /[\p{M}\p{Cf}]/gu;

/**
 * The words of a text, as rules compare them: in lower case, without accents, compatibility forms
 * and hidden characters taken away (`Ｖｉ​ágra` is `viagra`). For comparing alone: nothing that is
 * published is made of it. The cost is in proportion to the length.
 */
export function wordsOf(text: string): readonly string[] {
  return text.normalize('NFKD').replace(MARKS, '').toLowerCase().match(WORDS) ?? [];
}
