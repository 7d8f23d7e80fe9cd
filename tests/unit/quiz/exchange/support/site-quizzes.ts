import { readdirSync, readFileSync } from 'node:fs';
import { quickYaml } from '../../../../../src/lib/quick-yaml.ts';
import { quizSchema, type Quiz } from '../../../../../src/quiz/schema.ts';

/** The quizzes of the course as they are now. */
export const SITE_QUIZZES: readonly Quiz[] = readdirSync('content/tutorials').map((id) =>
  quizSchema.parse(quickYaml(readFileSync(`content/tutorials/${id}/quiz.yaml`, 'utf8'))),
);
