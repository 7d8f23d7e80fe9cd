/** What the path, the list and the plates say of a lesson, in one language. */
export interface LessonCard {
  readonly id: string;
  readonly order: number;
  readonly title: string;
  readonly summary: string;
  readonly path: string;
  readonly minutes: number;
  readonly objectives: number;
  /** The questions of its quiz as `id@rev`, by which the reader's progress is counted. */
  readonly questions: readonly string[];
  /** Those of which only some are asked at a time: as many as `size` of `questions`. */
  readonly pools: readonly { readonly size: number; readonly questions: readonly string[] }[];
}

/** The layers that give a lesson its hue, from the ground up. */
const DEPTHS = ['hardware', 'hypervisor', 'kernel', 'container', 'process', 'application'] as const;

export type Depth = (typeof DEPTHS)[number];

/** The hue of a lesson: the course spans the whole stack, however many lessons it has. */
export function depthOf(order: number, total: number): Depth {
  const share = total > 1 ? (order - 1) / (total - 1) : 0;
  return DEPTHS[Math.round(share * (DEPTHS.length - 1))] ?? 'hardware';
}

/** So many plates a page shows at most: its column must not grow with the course. */
const WINDOW = 12;

/** The lessons around the one that a page shows, as many as its column holds, in course order. */
export function nearby(lessons: readonly LessonCard[], current: string): readonly LessonCard[] {
  const at = lessons.findIndex(({ id }) => id === current);
  const from = Math.max(0, Math.min(at - WINDOW / 2, lessons.length - WINDOW));
  return lessons.slice(from, from + WINDOW);
}
