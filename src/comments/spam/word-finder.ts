import { wordsOf } from './words-of.ts';

interface Step {
  /** The rule that ends here. */
  rule: string | null;
  readonly next: Map<string, Step>;
}

/**
 * Finds the first of `rules` (words, or several words in a row) in a text, whole words alone: `art`
 * is not in `party`. All rules are looked for in one pass, and none is a pattern: no rule and no
 * text can make it slow.
 */
export function wordFinder(rules: readonly string[]): (text: string) => string | null {
  const start: Step = { rule: null, next: new Map() };
  for (const rule of rules) {
    let step = start;
    for (const word of wordsOf(rule)) {
      const next = step.next.get(word) ?? { rule: null, next: new Map() };
      step.next.set(word, next);
      step = next;
    }
    if (step !== start) step.rule ??= rule;
  }
  return (text) => {
    const words = start.next.size === 0 ? [] : wordsOf(text);
    for (const first of words.keys()) {
      let step: Step | undefined = start;
      for (let at = first; step; at += 1) {
        if (step.rule !== null) return step.rule;
        step = step.next.get(words[at] ?? '');
      }
    }
    return null;
  };
}
