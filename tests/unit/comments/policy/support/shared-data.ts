import { existsSync, readFileSync } from 'node:fs';

/**
 * A file of the test data that is kept beside the repository, or null where it is not: whoever
 * clones the project alone runs the other tests.
 */
export function sharedData(name: string): unknown {
  const file = new URL(`../../../../../../shared/data/${name}`, import.meta.url);
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  console.warn(`not run: ../shared/data/${name} is not beside the repository`);
  return null;
}
