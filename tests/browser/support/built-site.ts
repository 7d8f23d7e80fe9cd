import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { freePort } from '../../support/free-port.ts';
import { copyProject } from '../../support/project-copy.ts';
import { serveTogether } from './comments-site.ts';
import { buildQuizSite } from './quiz-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site and the comments service answer, without a slash at the end. */
    siteUrl: string;
    /** The folder that holds the built site. */
    siteFolder: string;
    /** The folder that holds the pages of `quiz-site/`. */
    quizFolder: string;
  }
}

/**
 * Builds the site once and serves it with its comments service, as `npm start` does; builds the
 * pages of quizzes beside it.
 */
export default async function builtSite(project: TestProject): Promise<() => Promise<void>> {
  const { folder, build, remove } = copyProject();
  // The build writes the site's own address into pages, so the port is chosen before it.
  const port = await freePort();
  const siteUrl = `http://localhost:${port}`;
  // As where mail is set up: the form has all that it can have.
  const approved = join(folder, 'approved.json');
  writeFileSync(approved, JSON.stringify({ mail: true, comments: [] }));
  const [quizzes] = await Promise.all([
    buildQuizSite(),
    build({
      SITE_URL: siteUrl,
      COMMENTS_URL: '/',
      COMMENTS_FILE: approved,
      // Pictures are committed: a build that looks for a browser fails.
      CHROMIUM_PATH: '/nowhere',
    }),
  ]);
  const siteFolder = join(folder, 'dist');
  const { stop } = await serveTogether(siteFolder, port);
  project.provide('siteUrl', siteUrl);
  project.provide('siteFolder', siteFolder);
  project.provide('quizFolder', quizzes.folder);
  return async () => {
    await stop();
    remove();
    quizzes.remove();
  };
}
