/** Letters that are two to a reader, which Unicode does not take apart. */
const LIGATURES: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', '’': "'" };

/**
 * A text as the search compares it: without accents, upper case, ligatures and characters that
 * show nothing, so that "coeur" finds « Cœur ».
 */
export function foldText(text: string): string {
  // Most characters are plain: only the others are looked at one by one.
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\0-\x7f]+/g, (run) =>
      run
        .replaceAll(/[\p{M}\p{Cf}]/gu, '')
        .replaceAll(/[œæß’]/g, (letter) => LIGATURES[letter] ?? letter),
    );
}

/** The words of a search or of a text, folded. */
export function foldedWords(text: string): readonly string[] {
  return foldText(text).split(/\s+/).filter(Boolean);
}
