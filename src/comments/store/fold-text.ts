/** Letters that are two to a reader, which Unicode does not take apart. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'" };

/**
 * A text as the search compares it: without accents, upper case, ligatures and characters that
 * show nothing, so that "coeur" finds « Cœur ».
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replaceAll(/[œæß’]/g, (letter) => LIGATURES[letter] ?? letter);
}

/** The words of a search or of a text, folded. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).split(/\s+/).filter(Boolean);
}
