/** A tutorial by its objectives, in one language. */
export interface CourseObjectives {
  readonly id: string;
  readonly title: string;
  readonly path: string;
  /** Path of its whole quiz. */
  readonly quiz: string;
  /** The layer that gives it its hue. */
  readonly depth: string;
  readonly objectives: readonly ObjectiveQuestions[];
}

export interface ObjectiveQuestions {
  readonly text: string;
  /** The first section that teaches it. */
  readonly section: string | undefined;
  /** The questions that test it, named `id@rev`. */
  readonly questions: readonly string[];
}
