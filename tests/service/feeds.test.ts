import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { atomFeed } from '../../src/comments/feed/atom-feed.ts';
import { applyPolicy } from '../../src/comments/policy/index.ts';
import type { NewComment } from '../../src/comments/store/store.ts';
import { type RunningService, SITE, startService } from './support/running-service.ts';
import { NOW, sampleComment } from './support/sample-comment.ts';

/** An element of a parsed feed: its name, attributes, text and children. */
interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
  readonly children: Element[];
}

/** Parses XML strictly; throws where it is not well-formed. */
function parse(xml: string): Element {
  const root: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => open.pop());
  parser.write(xml).close();
  const [feed] = root.children;
  if (!feed) throw new Error('no feed');
  return feed;
}

const all = ({ children }: Element, name: string): readonly Element[] =>
  children.filter((child) => child.name === name);
const one = (element: Element, name: string): Element => {
  const [found, ...more] = all(element, name);
  if (!found || more.length) throw new Error(`${name}: ${String(all(element, name).length)}`);
  return found;
};

let running: RunningService;
beforeEach(async () => {
  running = await startService({ env: { COMMENTS_URL: 'https://comments.example' } });
});
afterEach(() => running.stop());

async function publish(changes: Partial<NewComment> = {}): Promise<string> {
  const { store } = running.service;
  const comment = sampleComment({ tutorial: 'hybrid', ...changes });
  await store.addComment(comment);
  const act = { id: `d-${comment.id}`, comments: [comment.id], moderator: 'ann', at: NOW };
  await store.decide({ ...act, to: 'approved' });
  return comment.id;
}

async function feed(path = '/comments/threads/hybrid.fr.atom'): Promise<Element> {
  const answer = await running.fetch(path);
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/atom+xml; charset=utf-8');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  return parse(await answer.text());
}

describe('a feed', () => {
  test('says who wrote what, when, where it is read, and in which language (RFC 4287)', async () => {
    const first = await publish({ createdAt: NOW });
    const second = await publish({
      createdAt: NOW + 1000,
      parent: first,
      locale: 'en',
      name: 'Bob & Co',
      website: null,
    });
    const found = await feed();
    expect(found.attributes).toMatchObject({
      xmlns: 'http://www.w3.org/2005/Atom',
      'xml:lang': 'fr',
    });
    expect(one(found, 'title').text).toBe(
      'Commentaires sur «\u00A0Combiner les deux\u00A0» · Strates',
    );
    expect(one(found, 'id').text).toMatch(/^tag:strates\.example,2026:/);
    expect(one(found, 'updated').text).toBe(new Date(NOW + 1000).toISOString());
    const links = Object.fromEntries(
      all(found, 'link').map(({ attributes: a }) => [a['rel'], a['href']]),
    );
    expect(links).toEqual({
      self: 'https://comments.example/comments/threads/hybrid.fr.atom',
      alternate: `${SITE}/fr/tutoriels/hybride/#comments`,
    });
    const [newest, oldest] = all(found, 'entry');
    if (!newest || !oldest) throw new Error('no entries');
    expect(one(newest, 'id').text).toBe(`tag:strates.example,2026:comment-${second}`);
    expect(one(newest, 'title').text).toBe('Bob & Co, sur «\u00A0Combiner les deux\u00A0»');
    expect(one(one(newest, 'author'), 'name').text).toBe('Bob & Co');
    expect(all(one(newest, 'author'), 'uri')).toEqual([]);
    expect(one(one(oldest, 'author'), 'uri').text).toBe('https://example.org/');
    expect(one(newest, 'link').attributes['href']).toBe(
      `${SITE}/fr/tutoriels/hybride/#comment-${second}`,
    );
    expect(one(newest, 'content').attributes).toMatchObject({ type: 'html', 'xml:lang': 'en' });
    expect(one(oldest, 'content').text).toBe(
      '<p>Une <b>bonne</b> question &amp; une réponse 🐳</p>',
    );
    expect(one(newest, 'thr:in-reply-to').attributes['ref']).toBe(one(oldest, 'id').text);
    expect(one(oldest, 'published').text).toBe(new Date(NOW).toISOString());
  });

  test('has what was approved and nothing else: no address, nothing that waits or was erased', async () => {
    const erased = await publish({ email: 'gone@example.org', name: 'Partie' });
    await running.service.store.erase({ email: 'gone@example.org', how: 'everything', now: NOW });
    await running.service.store.addComment(
      sampleComment({ tutorial: 'hybrid', name: 'En attente' }),
    );
    await publish();
    const text = await (await running.fetch('/comments/all.en.atom')).text();
    expect(all(parse(text), 'entry')).toHaveLength(1);
    for (const hidden of ['zoe@', 'Partie', 'En attente', erased])
      expect(text).not.toContain(hidden);
  });

  test('in each language has all comments, under titles of that language', async () => {
    await publish({ locale: 'fr' });
    await publish({ locale: 'en' });
    for (const [locale, title] of [
      ['fr', 'Commentaires des tutoriels · Strates'],
      ['en', 'Comments on the tutorials · Strates'],
    ]) {
      const found = await feed(`/comments/all.${locale ?? ''}.atom`);
      expect(one(found, 'title').text).toBe(title);
      expect(all(found, 'entry')).toHaveLength(2);
    }
  });

  test('of nothing is a feed still', async () => {
    const found = await feed();
    expect(all(found, 'entry')).toEqual([]);
    expect(one(found, 'updated').text).toBe('1970-01-01T00:00:00.000Z');
  });

  test('holds the fifty newest', async () => {
    for (let n = 0; n < 53; n += 1) await publish({ createdAt: NOW + n, name: `N° ${String(n)}` });
    const entries = all(await feed(), 'entry');
    expect(entries).toHaveLength(50);
    expect(entries.map((entry) => one(one(entry, 'author'), 'name').text)).toEqual(
      Array.from({ length: 50 }, (_, n) => `N° ${String(52 - n)}`),
    );
  });

  test('is sent once: who has it hears 304, until there is something new', async () => {
    await publish();
    const path = '/comments/threads/hybrid.fr.atom';
    const etag = (await running.fetch(path)).headers.get('etag') ?? '';
    const known = { headers: { 'If-None-Match': etag } };
    expect((await running.fetch(path, known)).status).toBe(304);
    await publish();
    running.wait(11_000);
    expect((await running.fetch(path, known)).status).toBe(200);
  });

  test('asked for without a language is found in the reader’s', async () => {
    const headers = { 'Accept-Language': 'en-GB' };
    const answer = await running.fetch('/comments/threads/hybrid.atom', { headers });
    expect(answer.headers.get('location')).toBe('/comments/threads/hybrid.en.atom');
    expect(answer.headers.get('vary')).toContain('Accept-Language');
    expect((await running.fetch('/comments/all.atom')).status).toBe(302);
    expect((await running.fetch('/comments/threads/none.fr.atom')).status).toBe(404);
  });

  test('of hostile names, sites and texts is well-formed, and holds them as text', async () => {
    const name = `</name><script>alert(1)</script>]]>&bogus;"'\u0001\uFFFE`;
    const raw = '<script>alert(1)</script><a href="javascript:alert(1)" onclick=x>a</a>]]><b>&';
    const website = 'https://e.example/?a="><script>';
    await publish({ name, website, raw, html: applyPolicy(raw).html });
    const [entry] = all(await feed(), 'entry');
    if (!entry) throw new Error('no entry');
    const author = one(entry, 'author');
    expect(one(author, 'name').text).toBe(name.replace(/[\u0001\uFFFE]/g, '\uFFFD'));
    expect(one(author, 'uri').text).toBe(website);
    expect(one(entry, 'content').text).not.toMatch(/<script|javascript:|onclick/);
    expect(entry.children.map((child) => child.name)).not.toContain('script');
  });
});

test('whatever texts a feed is made of, it is well-formed and gives them back', () => {
  const text = fc.string({ unit: 'binary', maxLength: 40 });
  fc.assert(
    fc.property(text, text, text, text, (name, title, website, html) => {
      const entry = {
        id: 'tag:strates.example,2026:comment-1',
        title,
        page: `${SITE}/`,
        author: { name, website },
        published: NOW,
        updated: NOW,
        locale: 'fr',
        html,
        answers: null,
      } as const;
      const head = { id: 'tag:x', locale: 'fr', title, self: SITE, page: SITE } as const;
      const [read] = all(parse(atomFeed({ ...head, entries: [entry] })), 'entry');
      if (!read) throw new Error('no entry');
      const shown = (value: string): string =>
        value.toWellFormed().replace(/[\0-\u0008\v\f\u000E-\u001F\uFFFE\uFFFF]/g, '\uFFFD');
      expect(one(read, 'title').text).toBe(shown(title));
      expect(one(one(read, 'author'), 'name').text).toBe(shown(name));
      expect(one(one(read, 'author'), 'uri').text).toBe(shown(website));
      expect(one(read, 'content').text).toBe(shown(html));
    }),
    { numRuns: 150 },
  );
});
