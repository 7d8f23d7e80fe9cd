import { parse, type DefaultTreeAdapterTypes } from 'parse5';
import { describe, expect, inject, test } from 'vitest';
import { LOCALES } from '../../src/i18n/locales.ts';
import { PAGES, PAIRS } from './support/site-pages.ts';

type Element = DefaultTreeAdapterTypes.Element;

const site = inject('siteUrl');

/** The elements of a page, in order. */
async function elementsOf(path: string): Promise<readonly Element[]> {
  const document = parse(await (await fetch(site + path)).text());
  const found: Element[] = [];
  const visit = (node: DefaultTreeAdapterTypes.ParentNode): void => {
    for (const child of node.childNodes) {
      if ('tagName' in child) found.push(child);
      if ('childNodes' in child) visit(child);
    }
  };
  visit(document);
  return found;
}

const attribute = (element: Element | undefined, name: string) =>
  element?.attrs.find((each) => each.name === name)?.value;

/** Ids that a fragment may name, page by page. */
const ids = new Map<string, Promise<ReadonlySet<string>>>();
function idsOf(path: string): Promise<ReadonlySet<string>> {
  const known = ids.get(path);
  if (known) return known;
  const asked = elementsOf(path).then(
    (elements) => new Set(elements.flatMap((element) => attribute(element, 'id') ?? [])),
  );
  ids.set(path, asked);
  return asked;
}

test.each(['/', ...PAGES])(
  'every link of %s leads to a page and a place that exist',
  async (path) => {
    const elements = await elementsOf(path);
    const targets = elements
      .flatMap((element) => [attribute(element, 'href'), attribute(element, 'src')])
      .filter((href) => href !== undefined)
      .map((href) => new URL(href, site + path))
      .filter(({ origin }) => origin === site);
    const broken: string[] = [];
    for (const { href, pathname, hash } of new Set(targets)) {
      const { status } = await fetch(href, { redirect: 'manual' });
      // A link that needs a redirection costs its reader a request.
      if (status !== 200) broken.push(`${href} ${String(status)}`);
      else if (hash !== '' && !(await idsOf(pathname)).has(hash.slice(1))) broken.push(href);
    }
    expect(broken).toEqual([]);
    expect(targets.length).toBeGreaterThan(2);
  },
);

test.each(PAGES)('%s uses each id once', async (path) => {
  const seen = (await elementsOf(path)).flatMap((element) => attribute(element, 'id') ?? []);
  expect(seen.filter((id, index) => seen.indexOf(id) !== index)).toEqual([]);
});

describe.each(PAIRS)('$fr and $en', (pair) => {
  test.each(LOCALES)(
    'name each other, themselves and a page for any language (%s)',
    async (locale) => {
      const links = (await elementsOf(pair[locale])).filter(({ tagName }) => tagName === 'link');
      const alternates = Object.fromEntries(
        links
          // What has a type is the same in another format: a feed.
          .filter((link) => attribute(link, 'rel') === 'alternate' && !attribute(link, 'type'))
          .map((link) => [attribute(link, 'hreflang'), attribute(link, 'href')]),
      );
      expect(alternates).toEqual({
        fr: site + pair.fr,
        en: site + pair.en,
        'x-default': site + (pair.fr === '/fr/' ? '/' : pair.fr),
      });
      const canonical = links.find((link) => attribute(link, 'rel') === 'canonical');
      expect(attribute(canonical, 'href')).toBe(site + pair[locale]);
    },
  );
});

test('the site map lists every page of both languages, with its twin, and robots.txt leads to it', async () => {
  const robots = await (await fetch(`${site}/robots.txt`)).text();
  expect(robots).toContain(`Sitemap: ${site}/sitemap-index.xml`);
  const index = await (await fetch(`${site}/sitemap-index.xml`)).text();
  const map = await (await fetch(/<loc>([^<]+)</.exec(index)?.[1] ?? '')).text();
  const listed = [...map.matchAll(/<loc>([^<]+)</g)].map((match) => match[1]);
  expect(listed.toSorted()).toEqual(
    PAIRS.flatMap(({ fr, en }) => [site + fr, site + en]).toSorted(),
  );
  for (const pair of PAIRS) expect(map).toContain(`hreflang="en" href="${site}${pair.en}"`);
});

test('an address that leads nowhere says so, in its language', async () => {
  const lost = await fetch(`${site}/en/nowhere/`);
  expect(lost.status).toBe(404);
  const text = await lost.text();
  expect(text).toContain('<html lang="en"');
  expect(text).toContain('Page not found');
});
