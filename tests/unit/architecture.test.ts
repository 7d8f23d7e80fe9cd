import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, test } from 'vitest';

const FEATURES = ['diagrams', 'quiz', 'comments', 'lab'];

/** What each folder of `src/` may import besides itself. Imports point downwards only. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  server: ['comments', 'i18n', 'lib'],
  pages: ['layouts', 'components', 'authoring', ...FEATURES, 'i18n', 'learner', 'lib', 'styles'],
  layouts: ['components', 'i18n', 'learner', 'lib', 'styles'],
  components: ['i18n', 'learner', 'lib', 'styles'],
  authoring: ['diagrams', 'quiz', 'i18n', 'lib'],
  ...Object.fromEntries(FEATURES.map((feature) => [feature, ['i18n', 'learner', 'lib']])),
  i18n: ['lib'],
  learner: ['lib'],
  lib: [],
  styles: [],
  // Astro wants these at the top of `src/`..
  'content.config.ts': ['authoring', 'quiz'],
  'env.d.ts': ['pages'],
};

const IMPORT = /(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"]+)['"]/g;

interface Import {
  readonly from: string;
  readonly to: string;
}

const imports: readonly Import[] = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|astro|mjs)$/.test(file))
  .flatMap((file) =>
    [...readFileSync(join('src', file), 'utf8').matchAll(IMPORT)].map((match) => ({
      from: file,
      to: relative('src', join('src', dirname(file), match[1] ?? '')),
    })),
  );

const folderOf = (path: string) => path.split('/')[0] ?? '';

describe('the import graph', () => {
  test('every folder of src is known here', () => {
    expect(readdirSync('src').filter((name) => !(name in MAY_IMPORT))).toEqual([]);
  });

  test('imports point downwards, and features know nothing of each other', () => {
    expect(imports.length).toBeGreaterThan(20);
    const upward = imports.filter(({ from, to }) => {
      // Content and the package's own files lie outside `src`.
      if (to.startsWith('..') || folderOf(from) === folderOf(to)) return false;
      return !MAY_IMPORT[folderOf(from)]?.includes(folderOf(to));
    });
    expect(upward.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  test('pure cores reach for nothing: no DOM, no clock, no file', () => {
    const pure = readdirSync('src/comments/policy', { encoding: 'utf8' })
      .map((file) => join('src/comments/policy', file))
      .concat(
        'src/quiz/grading/grade.ts',
        'src/diagrams/reach.ts',
        'src/diagrams/layout.ts',
        'src/i18n/typography.ts',
      );
    const impure = pure.filter((file) =>
      /\b(Date\.now|new Date\(\)|performance\.now|node:fs|window\.|localStorage|fetch\()/.test(
        readFileSync(file, 'utf8'),
      ),
    );
    expect(impure).toEqual([]);
  });
});
