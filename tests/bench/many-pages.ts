import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { LOCALES } from '../../src/i18n/locales.ts';
import { copyProject, linkPackages } from '../support/project-copy.ts';

const LESSONS = 1000;
const ROOT = resolve(import.meta.dirname, '../..');
const MODELS = readdirSync(join(ROOT, 'content/tutorials'));

/** Processor seconds, user and system, that a build of the folder takes, all its processes counted. */
function buildSeconds(folder: string): number {
  const build = 'TIMEFORMAT="%U %S"; time ./node_modules/.bin/astro build >build.log 2>&1';
  const { stderr, status } = spawnSync('bash', ['-c', build], { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(readFileSync(join(folder, 'build.log'), 'utf8').slice(-2000));
  const [user, system] = (stderr.trim().split('\n').at(-1) ?? '').split(' ').map(Number);
  return (user ?? 0) + (system ?? 0);
}

/** Our site with a thousand lessons: the three of the course, over and over under other ids. */
function ourSite(): string {
  const { folder } = copyProject();
  const tutorials = join(folder, 'content/tutorials');
  for (let index = MODELS.length; index < LESSONS; index += 1) {
    const model = MODELS[index % MODELS.length] ?? '';
    const id = `${model}-${index}`;
    mkdirSync(join(tutorials, id));
    for (const locale of LOCALES) {
      const text = readFileSync(join(tutorials, model, `${locale}.mdx`), 'utf8')
        .replace(/^slug: .*$/m, `slug: ${id}`)
        .replace(/^order: .*$/m, `order: ${index + 1}`)
        .replaceAll(`<Quiz id="${model}"`, `<Quiz id="${id}"`);
      writeFileSync(join(tutorials, id, `${locale}.mdx`), text);
    }
    const quiz = readFileSync(join(tutorials, model, 'quiz.yaml'), 'utf8').replace(
      /^id: .*$/m,
      `id: ${id}`,
    );
    writeFileSync(join(tutorials, id, 'quiz.yaml'), quiz);
  }
  return folder;
}

/** Astro and MDX alone on the same prose: no diagram, quiz, citation, comment or style. */
function bareSite(): string {
  const folder = mkdtempSync(join(tmpdir(), 'strates-bare-'));
  linkPackages(folder);
  const write = (name: string, text: string) => {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  write('package.json', '{"type":"module"}');
  write(
    'astro.config.mjs',
    `import mdx from '@astrojs/mdx';\nexport default { integrations: [mdx()] };\n`,
  );
  write(
    'src/content.config.ts',
    `import { glob } from 'astro/loaders';\nimport { defineCollection } from 'astro:content';\nexport const collections = { lessons: defineCollection({ loader: glob({ base: './lessons', pattern: '**/*.mdx' }) }) };\n`,
  );
  write(
    'src/pages/[...id].astro',
    `---\nimport { getCollection, render } from 'astro:content';\nexport async function getStaticPaths() {\n  return (await getCollection('lessons')).map((entry) => ({ params: { id: entry.id }, props: { entry } }));\n}\nconst { entry } = Astro.props;\nconst { Content } = await render(entry);\n---\n<html lang="en"><head><meta charset="utf-8" /><title>{entry.data.title}</title></head><body><Content /></body></html>\n`,
  );
  for (let index = 0; index < LESSONS; index += 1) {
    const model = MODELS[index % MODELS.length] ?? '';
    for (const locale of LOCALES) {
      const text = readFileSync(join(ROOT, 'content/tutorials', model, `${locale}.mdx`), 'utf8')
        .replace(/^\s*<\/?(?:Diagram|Quiz|Myth|Aside)[^>]*>\s*$/gm, '')
        .replace(/<\/?En>/g, '')
        .replace(/ ?\[@[^\]]*\]/g, '')
        .replace(/\]\(tutorial:[^)]*\)/g, '](https://example.org/)');
      write(`lessons/${locale}/${model}-${index}.mdx`, text.replace(/^slug: .*$/m, ''));
    }
  }
  return folder;
}

/** Builds two thousand pages of ours and of bare Astro, one after the other; the budget is 1.5 times. */
export function benchManyPages(): void {
  const [bare, ours] = [bareSite(), ourSite()];
  try {
    const [alone, whole] = [buildSeconds(bare), buildSeconds(ours)];
    console.log(
      `2,000 pages, CPU seconds: bare Astro ${alone.toFixed(0)}, Strates ${whole.toFixed(0)}`,
    );
    console.log(`  ratio ${(whole / alone).toFixed(2)} (budget 1.5)`);
  } finally {
    for (const folder of [bare, ours]) rmSync(folder, { recursive: true, force: true });
  }
}
