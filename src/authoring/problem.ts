/** What can be wrong in what an author wrote; each kind has a name that tests and readers can use. */
export const RULES = [
  'front-matter',
  'yaml',
  'mdx-syntax',
  'heading-id',
  'duplicate-section',
  'unknown-diagram',
  'unknown-quiz',
  'unplaced-quiz',
  'unknown-source',
  'uncited-source',
  'unknown-component',
  'broken-link',
  'parity',
  'quiz',
  'source',
  'misconception',
  'measurement',
  'message',
] as const;

export type Rule = (typeof RULES)[number];

/** One fault, with the place where the author mends it. Lines and columns count from 1. */
export interface Problem {
  readonly rule: Rule;
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** What is wrong, then how to mend it. */
  readonly message: string;
}

/** `content/…/fr.mdx:12:3  broken-link  There is no … Write …` */
export function formatProblem({ rule, file, line, column, message }: Problem): string {
  return `${file}:${line}:${column}  ${rule}\n    ${message.replaceAll('\n', '\n    ')}`;
}

/** All the faults of a course at once: an author mends them in one go. */
export class AuthoringError extends Error {
  override readonly name = 'AuthoringError';
  readonly problems: readonly Problem[];

  constructor(problems: readonly Problem[]) {
    const count = problems.length === 1 ? '1 problem' : `${problems.length} problems`;
    super(`${count} in the content:\n\n${problems.map(formatProblem).join('\n\n')}\n`);
    this.problems = problems;
  }
}
