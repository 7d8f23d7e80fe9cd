/** Escapes, classes, groups' ends with what repeats them, beginnings, bars: all that matters here. */
const PARTS = /\\.|\[(?:\\.|[^\]\\])*\]|\)([*+]|\{\d+(?:,\d*)?\})?|\(|\|/gs;

/**
 * Whether a group of alternatives is repeated, as in `(a|aa)*`: where two of them fit the same
 * letters, each turn doubles the ways to fail. Told whether or not two do: a class or a list of
 * answers says the same in the open. Once or not at all, `(?:a|b)?`, is no repetition.
 */
export function repeatsAlternatives(pattern: string): boolean {
  // For each open group: whether it holds alternatives, at any depth.
  const open: boolean[] = [false];
  for (const [part, repeated] of pattern.matchAll(PARTS)) {
    if (part === '(') open.push(false);
    else if (part === '|') open[open.length - 1] = true;
    else if (part.startsWith(')')) {
      const alternatives = open.pop() ?? false;
      if (alternatives && repeated !== undefined && repeated !== '{1}') return true;
      if (alternatives) open[open.length - 1] = true;
    }
  }
  return false;
}
