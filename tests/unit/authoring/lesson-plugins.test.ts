import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { mdxToMdast, mdxToJs } from 'satteri';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { lessonPlugins } from '../../../src/authoring/mdx/lesson-plugins.ts';
import { tableCells } from '../../../src/authoring/mdx/table-cells.ts';

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

/** Compiles a lesson's text as the build does; answers its HTML and the citations of the page. */
async function compile(text: string, locale: string) {
  const astro = {
    frontmatter: {} as Record<string, unknown>,
    headings: [],
    localImagePaths: new Set<string>(),
    remoteImagePaths: new Set<string>(),
  };
  const { code } = await mdxToJs(text, {
    mdastPlugins: lessonPlugins(folder),
    hastPlugins: [tableCells],
    elementAttributeNameCase: 'html',
    optimizeStatic: { component: 'Fragment', prop: 'set:html' },
    features: { frontmatter: true, smartPunctuation: false },
    fileURL: pathToFileURL(join(folder, 'hybrid', `${locale}.mdx`)),
    data: { astro },
  });
  const html = [...code.matchAll(/"set:html": ("(?:[^"\\]|\\.)*")/g)]
    .map(([, text = '""']) => JSON.parse(text) as string)
    .join('');
  return { html, citations: astro.frontmatter['citations'] };
}

describe('what happens to the text of a lesson', () => {
  test('a heading takes the id behind it and loses the mark', async () => {
    const { html } = await compile('## Un noyau partagé {/* #shared-kernel */}\n', 'fr');
    expect(html).toBe('<h2 id="shared-kernel">Un noyau partagé</h2>');
  });

  test('citations are numbered by first appearance, without a space before', async () => {
    const { html, citations } = await compile('Un. [@b] Deux. [@a; @b]\n\nTrois [@c].\n', 'fr');
    expect(citations).toEqual(['b', 'a', 'c']);
    const link = (key: string, n: number) =>
      `<a href="#source-${key}"><span class="unseen">Source </span>${n}</a>`;
    expect(html).toBe(
      `<p>Un.\u2060<sup class="cite">${link('b', 1)}</sup> ` +
        `Deux.\u2060<sup class="cite">${link('a', 2)}${link('b', 1)}</sup></p>\n` +
        `<p>Trois\u2060<sup class="cite">${link('c', 3)}</sup>.</p>`,
    );
  });

  test('a link to a lesson leads to it in the reader’s language', async () => {
    const text = '[x](tutorial:hybrid#shared-kernel)\n';
    expect((await compile(text, 'fr')).html).toContain('/fr/tutoriels/hybride/#shared-kernel');
    expect((await compile(text, 'en')).html).toContain('/en/tutorials/hybrid/#shared-kernel');
  });

  test('French is set, code and English passages are not', async () => {
    const { html } = await compile("Vrai ? `a ? b` *<En>really ?</En>* l'un\n", 'fr');
    expect(html).toBe(
      '<p>Vrai\u202F? <code>a ? b</code> <em><i lang="en">really ?</i></em> l’un</p>',
    );
  });

  test('a myth is its slogan, then what is true; its text is set like any other', async () => {
    const { html } = await compile('<Myth>\n> Vrai ?\n\nNon. [@a]\n\n</Myth>\n', 'fr');
    const text = html.replace(/\n/g, '');
    expect(text).toMatch(/<div class="myth-read"><p class="myth-label">[^<]+<\/p><blockquote>/);
    expect(text).toContain('<p>Vrai\u202F?</p></blockquote></div><div class="myth-fact">');
    expect(text).toMatch(/<p class="myth-label">[^<]+<\/p><p>Non\.\u2060<sup class="cite">/);
  });

  test('a myth without its slogan is refused, with the way to write it', async () => {
    await expect(compile('<Myth>\nNon.\n</Myth>\n', 'fr')).rejects.toThrow(/starts with `> `/);
  });

  test('each column and each row of a table has its head; the empty corner heads nothing', async () => {
    const { html } = await compile('| | Une |\n| --- | --- |\n| Noyau | le `sien` |\n', 'fr');
    expect(html.replace(/\n/g, '')).toMatch(
      new RegExp(
        '^<div class="table-scroll" role="group" tabindex="0" aria-label="[^"]+"><table>' +
          '<thead><tr><td></td><th scope="col">Une</th></tr></thead>' +
          '<tbody><tr><th scope="row">Noyau</th><td>le <code>sien</code></td></tr></tbody>' +
          '</table></div>$',
      ),
    );
  });

  test('the parser keeps a citation in one text node, whatever stands around it', () => {
    const tree = JSON.stringify(mdxToMdast('*Un.* [@a; @b-c]\n'));
    expect(tree).toContain('[@a; @b-c]');
  });
});
