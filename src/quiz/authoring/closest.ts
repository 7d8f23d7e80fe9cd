/** The name of `known` that a slip of the hand turned into `word`, if one is near enough. */
export function closest(word: string, known: Iterable<string>): string | undefined {
  const near = [...known]
    .map((name) => ({ name, distance: editDistance(word, name) }))
    .filter(({ name, distance }) => distance <= Math.max(2, name.length / 3))
    .sort((a, b) => a.distance - b.distance);
  return near[0]?.name;
}

/** Levenshtein's distance: letters to insert, delete or replace. */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...a].entries()) {
    const row = [i + 1];
    for (const [j, other] of [...b].entries()) {
      row.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (previous[j + 1] ?? 0) + 1,
          (previous[j] ?? 0) + (letter === other ? 0 : 1),
        ),
      );
    }
    previous = row;
  }
  return previous.at(-1) ?? 0;
}

/** ` Did you mean …?` or the names there are, ready to follow a sentence. */
export function suggestion(word: string, known: Iterable<string>): string {
  const names = [...known];
  const near = closest(word, names);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  const shown = names.slice(0, 12).map((name) => `\`${name}\``);
  if (shown.length === 0) return 'There is none yet.';
  return `Known: ${shown.join(', ')}${names.length > shown.length ? ', …' : ''}.`;
}
