import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readTutorialIndex } from '../i18n/tutorial-index.ts';
import { quickYaml } from '../lib/quick-yaml.ts';
import { quizSchema, type Quiz } from '../quiz/schema.ts';

/**
 * The quizzes of the course in the project at `root` (`''` for here) in course order, one at a
 * time. They are right: the build has checked them.
 */
export function* quizzesIn(root: string): Iterable<Quiz> {
  const folder = join(root, 'content/tutorials');
  for (const { id } of readTutorialIndex(folder)) {
    const file = join(folder, id, 'quiz.yaml');
    if (existsSync(file)) yield quizSchema.parse(quickYaml(readFileSync(file, 'utf8')));
  }
}
