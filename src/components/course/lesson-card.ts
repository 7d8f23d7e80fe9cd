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
}

/** The layers that give a lesson its hue, from the ground up. */
const DEPTHS = ['hardware', 'hypervisor', 'kernel', 'container', 'process', 'application'] as const;

export type Depth = (typeof DEPTHS)[number];

/** The hue of a lesson: the course spans the whole stack, however many lessons it has. */
export function depthOf(order: number, total: number): Depth {
  const share = total > 1 ? (order - 1) / (total - 1) : 0;
  return DEPTHS[Math.round(share * (DEPTHS.length - 1))] ?? 'hardware';
}
