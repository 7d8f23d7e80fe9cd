import { quizSchema } from '../schema.ts';
import type { QuizSketch } from './yaml/sketch.ts';

/** What an author still has to write into a sketch: how many times each key is missing, most first. */
export function unwritten(sketch: QuizSketch): ReadonlyMap<string, number> {
  const written = quizSchema.safeParse(sketch, { reportInput: true });
  const missing = (written.error?.issues ?? []).filter(({ input }) => input === undefined);
  const byKey = Map.groupBy(missing, ({ path }) => String(path.at(-1) ?? ''));
  const counts = [...byKey].map(([key, issues]) => [key, issues.length] as const);
  return new Map(counts.toSorted(([, a], [, b]) => b - a));
}
