import { join } from 'node:path';
import { copyProject } from '../../support/project-copy.ts';

const PAGES = 'tests/browser/support/quiz-site';

export interface QuizSite {
  /** Where its files are. */
  readonly folder: string;
  readonly remove: () => void;
}

/** Builds the pages of `quiz-site/` with Astro. */
export async function buildQuizSite(): Promise<QuizSite> {
  const { folder, build, remove } = copyProject(PAGES);
  await build({}, ['--root', PAGES]);
  return { folder: join(folder, PAGES, 'dist'), remove };
}
