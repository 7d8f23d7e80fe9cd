import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mdxToMdast, mdxToJs } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rowHeaders } from '../../../src/authoring/mdx/row-headers.ts';
import { lessonPlugins } from '../../../src/authoring/mdx/lesson-plugins.ts';

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'strates-plugins-'));
  mkdirSync(join(folder, 'hybrid'));
  for (const [locale, slug] of [
    ['fr', 'hybride'],
    ['en', 'hybrid'],
  ]) {
    const head = `---\ntitle: Un titre\nslug: ${slug ?? ''}\norder: 1\n---\n`;
    writeFileSync(join(folder, 'hybrid', `${locale ?? ''}.mdx`), head);
  }
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Compiles a lesson's text as the build does; answers the code and the citations of the page. */
async function compile(text: string, locale: string) {
  const astro = {
    frontmatter: {} as Record<string, unknown>,
    headings: [],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  const { code } = await mdxToJs(text, {
    mdastPlugins: lessonPlugins(folder),
    hastPlugins: [rowHeaders],
    features: { frontmatter: true, smartPunctuation: false },
    fileURL: pathToFileURL(join(folder, 'hybrid', `${locale}.mdx`)),
    data: { astro },
  });
  return { code, citations: astro.frontmatter['citations'] };
}

describe('what happens to the text of a lesson', () => {
  test('a heading takes the id behind it and loses the mark', async () => {
    const { code } = await compile('## Un noyau partagé {/* #shared-kernel */}\n', 'fr');
    expect(code).toMatch(/id: "shared-kernel"/);
    expect(code).toContain('"Un noyau partagé"');
  });

  test('citations are numbered by first appearance, without a space before', async () => {
    const { code, citations } = await compile('Un. [@b] Deux. [@a; @b]\n\nTrois [@c].\n', 'fr');
    expect(citations).toEqual(['b', 'a', 'c']);
    expect(code).toMatch(/n: "1",\s*keys: "b"/);
    expect(code).toMatch(/n: "2,1",\s*keys: "a,b"/);
    expect(code).toContain('"Un."');
  });

  test('a link to a lesson leads to it in the reader’s language', async () => {
    const text = '[x](tutorial:hybrid#shared-kernel)\n';
    expect((await compile(text, 'fr')).code).toContain('/fr/tutoriels/hybride/#shared-kernel');
    expect((await compile(text, 'en')).code).toContain('/en/tutorials/hybrid/#shared-kernel');
  });

  test('French is set, code and English passages are not', async () => {
    const { code } = await compile('Vrai ? `a ? b` <En>really ?</En>\n', 'fr');
    expect(code).toMatch(/Vrai(\u202F|\\u202f)\?/i);
    expect(code).toContain('"a ? b"');
    expect(code).toContain('"really ?"');
  });

  test('the first cell of each row of a table heads its row', async () => {
    const { code } = await compile('| | Une |\n| --- | --- |\n| Noyau | le sien |\n', 'fr');
    expect(code.match(/scope: "row"/g)).toHaveLength(1);
    expect(code).toMatch(/_components\.th, \{\s*scope: "row",\s*children: "Noyau"/);
  });

  test('the parser keeps a citation in one text node, whatever stands around it', () => {
    const tree = JSON.stringify(mdxToMdast('*Un.* [@a; @b-c]\n'));
    expect(tree).toContain('[@a; @b-c]');
  });
});
