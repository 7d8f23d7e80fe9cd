import { tutorialProgress, type TutorialProgress } from './tutorial-progress.ts';

/**
 * How far a reader is with a quiz of which not all questions are asked at a time. `pools` is the
 * data of a page: `2:c@1,d@1,e@1 1:f@1,g@1` asks any two of the first three and either of the last
 * two; more answers than a pool asks do not count. `questions` are all of them, pooled or not.
 */
export function askedProgress(
  tutorial: string,
  questions: readonly string[],
  pools: string,
): TutorialProgress {
  const drawn = pools.split(' ').filter(Boolean).map(readPool);
  const pooled = new Set(drawn.flatMap(({ names }) => names));
  const parts = drawn.map(({ size, names }) => {
    const { answered, right } = tutorialProgress(tutorial, names);
    return { answered: Math.min(answered, size), right: Math.min(right, size), total: size };
  });
  parts.push(
    tutorialProgress(
      tutorial,
      questions.filter((name) => !pooled.has(name)),
    ),
  );
  const sum = (name: keyof TutorialProgress) => parts.reduce((all, part) => all + part[name], 0);
  return { answered: sum('answered'), right: sum('right'), total: sum('total') };
}

function readPool(pool: string): { readonly size: number; readonly names: readonly string[] } {
  const [size, names = ''] = pool.split(':');
  return { size: Number(size), names: names.split(',') };
}
