import { existsSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { rememberInBuild } from '../lib/remember-in-build.ts';
import { quizSchema, type Quiz } from '../quiz/schema.ts';

/** The quiz of a lesson, if it has one. The build has checked it before any page is made. */
export const quizOf = rememberInBuild((tutorial: string): Quiz | undefined => {
  const file = `content/tutorials/${tutorial}/quiz.yaml`;
  return existsSync(file) ? quizSchema.parse(parse(readFileSync(file, 'utf8'))) : undefined;
});
