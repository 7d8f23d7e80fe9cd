/** A question of a quiz, and the pool that it is drawn from. */
export interface Pooled {
  readonly id: string;
  readonly pool: string | undefined;
}

/**
 * The questions to ask next, in the order of the quiz, after those that are `shown`: those in no
 * pool again, and of each pool as many as are shown now, going around: the ones after the last
 * that was shown.
 */
export function drawOthers(all: readonly Pooled[], shown: readonly string[]): readonly string[] {
  const drawn = new Set(
    [...Map.groupBy(all, ({ pool }) => pool)].flatMap(([pool, questions]) => {
      const ids = questions.map(({ id }) => id);
      if (pool === undefined) return ids;
      const count = ids.filter((id) => shown.includes(id)).length;
      const next = ids.findLastIndex((id) => shown.includes(id)) + 1;
      return [...ids.slice(next), ...ids.slice(0, next)].slice(0, count);
    }),
  );
  return all.filter(({ id }) => drawn.has(id)).map(({ id }) => id);
}
