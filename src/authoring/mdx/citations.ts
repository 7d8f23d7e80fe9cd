/** `[@key]` or `[@key; @other]`, with the spaces before it: the number hangs on the sentence. */
const CITATION = /[ \n]*\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g;

export interface Citation {
  readonly keys: readonly string[];
  /** Where it begins in the text, and how long it is there. */
  readonly offset: number;
  readonly length: number;
}

/** The citations of a text, in order. */
export function citationsIn(text: string): readonly Citation[] {
  return [...text.matchAll(CITATION)].map((match) => ({
    keys: (match[1] ?? '').split(/\s*;\s*@/),
    offset: match.index,
    length: match[0].length,
  }));
}
