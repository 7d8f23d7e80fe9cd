import { join } from 'node:path';
import { copyProject } from '../../support/project-copy.ts';
import { serveStatic, type Served } from './comments-site.ts';

const PAGES = 'tests/browser/support/quiz-site';

export interface QuizSite extends Served {
  /** Where its files are. */
  readonly folder: string;
}

/** Builds the pages of `quiz-site/` with Astro and serves them. */
export async function startQuizSite(): Promise<QuizSite> {
  const project = copyProject(PAGES);
  await project.build({}, ['--root', PAGES]);
  const folder = join(project.folder, PAGES, 'dist');
  const served = await serveStatic(folder);
  return {
    ...served,
    folder,
    stop: async () => {
      await served.stop();
      project.remove();
    },
  };
}
