/** What the browser knows of every question of the course before it fetches any. */
export interface QuizIndex {
  readonly tutorials: readonly IndexedQuiz[];
}

/** The quiz of a tutorial, in one language. */
export interface IndexedQuiz {
  readonly id: string;
  readonly title: string;
  /** Path of the tutorial. */
  readonly path: string;
  /** Path of what holds every question of it, to fetch them from. */
  readonly questionsPage: string;
  /** The names of the sections that teach its questions, by their ids. */
  readonly sections: Readonly<Record<string, string>>;
  readonly questions: readonly IndexedQuestion[];
}

export interface IndexedQuestion {
  readonly id: string;
  readonly rev: number;
  readonly section: string;
}
