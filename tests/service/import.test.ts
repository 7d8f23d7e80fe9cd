import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { newReport, reportLines } from '../../src/comments/exchange/import-report.ts';
import { applyPolicy } from '../../src/comments/policy/index.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { DISQUS_EXPORT } from './support/disqus-export.ts';
import { everything, type ImportHow, importText } from './support/import-file.ts';
import { type BlogComment, wordpressExport } from './support/wordpress-export.ts';

let store: CommentStore;
beforeEach(async () => {
  store = await openStore({ file: ':memory:' });
});
afterEach(() => store.close());

/** Imports a blog with one post, whose slug is a tutorial's id. */
const importBlog = (comments: readonly BlogComment[], how?: ImportHow) =>
  importText(store, wordpressExport({ posts: [{ slug: 'virtualization', comments }] }), how);

const rawOf = async (): Promise<readonly string[]> =>
  (await everything(store)).map(({ raw }) => raw);

describe('from WordPress', () => {
  test('a comment comes with its author, its time and its state, its text through the policy', async () => {
    const content = 'Oui,\n\n<b onclick="x()">vraiment</b> ]]> <script>alert(1)</script>';
    const url = 'http://zoe.example/?a=1&b=2';
    const report = await importBlog([{ id: 17, author: ' Zoé ', url, content }]);
    expect(await everything(store)).toMatchObject([
      {
        tutorial: 'virtualization',
        locale: 'fr',
        name: 'Zoé',
        email: 'zoe@example.org',
        avatar: 'avatar of zoe@example.org',
        website: url,
        raw: content,
        html: '<p>Oui,</p><p><b>vraiment</b> ]]&gt;</p>',
        createdAt: Date.UTC(2020, 4, 4, 10),
        decidedAt: Date.UTC(2020, 4, 4, 10),
        state: 'approved',
        origin: 'wordpress:blog.example:17',
        parent: null,
        signals: [],
        network: null,
      },
    ]);
    expect(Object.fromEntries(report.dropped)).toEqual({ trace: 1 });
    expect(JSON.stringify(await everything(store))).not.toContain('203.0.113.7');
  });

  test.each([
    ['1', 'approved'],
    ['0', 'pending'],
    ['spam', 'spam'],
    ['trash', 'rejected'],
    ['post-trashed', 'rejected'],
    ['who knows', 'pending'],
  ])('comment_approved %s is %s', async (approved, state) => {
    await importBlog([{ approved }]);
    const [comment] = await everything(store);
    expect(comment?.state).toBe(state);
    expect(comment?.decidedAt === null).toBe(state === 'pending');
  });

  test('threads stay, also where a reply comes before what it answers', async () => {
    const report = await importBlog([
      { id: 3, parent: 2, content: 'three' },
      { id: 2, parent: 1, content: 'two', gmt: '2020-05-04 09:00:00' },
      { id: 1, content: 'one', gmt: '2020-05-04 08:00:00' },
      { id: 4, parent: 1, content: 'four' },
      { id: 5, parent: 99, content: 'five' },
    ]);
    const byRaw = new Map((await everything(store)).map((comment) => [comment.raw, comment]));
    const idOf = (raw: string) => byRaw.get(raw)?.id;
    expect(byRaw.get('three')?.parent).toBe(idOf('two'));
    expect(byRaw.get('two')?.parent).toBe(idOf('one'));
    expect(byRaw.get('four')?.parent).toBe(idOf('one'));
    expect(byRaw.get('five')?.parent).toBeNull();
    expect(report).toMatchObject({ linked: 2, orphans: 1, impossible: 0 });
  });

  test('a second time, nothing changes', async () => {
    const comments = [{ id: 1 }, { id: 2, parent: 1 }, { id: 3, parent: 4 }, { id: 4 }];
    await importBlog(comments);
    const first = await everything(store);
    const report = await importBlog(comments);
    expect(report.there).toBe(4);
    expect(report.taken.size).toBe(0);
    expect(await everything(store)).toEqual(first);
  });

  test('broken off and run again, every comment is there once, in its thread', async () => {
    const comments = Array.from({ length: 450 }, (_, n) => {
      return { id: n + 1, parent: n % 2 ? 450 - n : 0, content: `n° ${n}` };
    });
    const whole = wordpressExport({ posts: [{ slug: 'hybrid', comments }] });
    const report = newReport();
    const half = whole.slice(0, whole.indexOf('n° 430'));
    await expect(importText(store, half, { report })).rejects.toThrow(/export:\d+:\d+: /);
    expect(report.taken.get('approved')).toBe((await everything(store)).length);
    expect(report.taken.get('approved')).toBeGreaterThan(0);
    await importText(store, whole);
    const all = await everything(store);
    expect(all).toHaveLength(450);
    expect(new Set(all.map(({ origin }) => origin)).size).toBe(450);
    const origins = new Map(all.map(({ id, origin }) => [id, origin]));
    const numbered = (n: number) => `wordpress:blog.example:${n}`;
    for (const { origin, parent } of all) {
      const n = Number(origin?.split(':').at(-1)) - 1;
      expect(parent === null ? null : origins.get(parent)).toBe(n % 2 ? numbered(450 - n) : null);
    }
  });

  test('two blogs with the same numbers are two', async () => {
    for (const address of ['https://one.example', 'https://one.example/two'])
      await importText(
        store,
        wordpressExport({ address, posts: [{ slug: 'hybrid', comments: [{}] }] }),
      );
    expect((await everything(store)).map(({ origin }) => origin).sort()).toEqual([
      'wordpress:one.example/two:1',
      'wordpress:one.example:1',
    ]);
  });

  test('what is left out is counted with its reason', async () => {
    const report = await importBlog([
      { id: 1, type: 'pingback' },
      { id: 2, type: 'trackback' },
      { id: 3, type: 'order_note' },
      { id: 'x' },
      { id: 5, gmt: '0000-00-00 00:00:00' },
      { id: 6, content: '<img src=x>\n&nbsp;' },
      { id: 7, content: 'é'.repeat(33_000) },
      { id: 8, content: '<q>'.repeat(40) + 'deep' },
      { id: 9, author: 'n'.repeat(246) },
      { id: 10, author: '\u200B', email: 'nobody', url: 'javascript:alert(1)' },
    ]);
    expect(Object.fromEntries(report.leftOut)).toEqual({
      pingback: 2,
      'no-comment': 1,
      'no-id': 1,
      empty: 1,
      'too-long': 1,
      'too-deep': 1,
      'name-too-long': 1,
    });
    expect(Object.fromEntries(report.dropped)).toEqual({ trace: 2, name: 1, email: 1, website: 1 });
    const [five, ten] = (await everything(store)).toSorted((a, b) =>
      String(b.origin).localeCompare(String(a.origin)),
    );
    // Without Greenwich time there is the blog's own.
    expect(five?.createdAt).toBe(Date.UTC(2020, 4, 4, 12));
    expect(ten).toMatchObject({ name: 'Anonyme', email: '', avatar: '', website: null });
    const lines = reportLines(report, false).join('\n');
    expect(lines).toContain('taken: 2 (approved 2)');
    expect(lines).toContain('2 pingbacks and trackbacks');
  });

  test('pages that match nothing are named, with their comments', async () => {
    const posts = [
      { slug: 'hello-world', title: 'Bonjour\u001B[2J', comments: [{ id: 1 }, { id: 2 }] },
      { slug: 'about', comments: [{ id: 3 }] },
    ].map((post) => ({ ...post, title: 'Bonjour' }));
    const report = await importText(store, wordpressExport({ posts }));
    expect(report.leftOut.get('unmatched')).toBe(3);
    const lines = reportLines(report, false);
    expect(lines).toContain('  2 hello-world Bonjour');
    expect(lines.at(-1)).toContain('--map hello-world=virtualization');
  });

  test.each([
    ['its slug', { 'les-conteneurs': 'containerization' }],
    ['its address', { 'https://blog.example/2020/05/les-conteneurs/': 'containerization' }],
    ['the path of its address', { '/2020/05/les-conteneurs': 'containerization' }],
    ['its number', { '77': 'containerization' }],
  ])('a page is mapped by %s', async (_, map) => {
    const posts = [{ id: 77, slug: 'les-conteneurs', comments: [{}] }];
    await importText(store, wordpressExport({ posts }), { map });
    expect((await everything(store)).map(({ tutorial }) => tutorial)).toEqual(['containerization']);
  });

  test('a page finds its tutorial by slug or address, and the address tells the language', async () => {
    const posts = [
      { slug: 'hybride', comments: [{ id: 1 }] },
      { slug: 'p2', link: 'https://x.example/en/tutorials/hybrid', comments: [{ id: 2 }] },
    ];
    await importText(store, wordpressExport({ posts }));
    const found = (await everything(store)).map(({ tutorial, locale }) => [tutorial, locale]);
    expect(found.sort()).toEqual([
      ['hybrid', 'en'],
      ['hybrid', 'fr'],
    ]);
  });

  test('the language is what the operator says, else the file’s', async () => {
    const posts = [{ slug: 'hybrid', comments: [{}] }];
    const japanese = wordpressExport({ language: 'ja', posts });
    const report = await importText(store, japanese);
    expect(report.leftOut.get('no-locale')).toBe(1);
    await importText(store, japanese, { locale: 'en' });
    expect((await everything(store)).map(({ locale }) => locale)).toEqual(['en']);
  });

  test('all may come in one state, or only those of some', async () => {
    const comments = [{ id: 1 }, { id: 2, approved: 'spam' }, { id: 3, approved: 'trash' }];
    const report = await importBlog(comments, {
      only: new Set(['approved', 'rejected']),
      state: 'pending',
    });
    expect(report.leftOut.get('not-asked-for')).toBe(1);
    const all = await everything(store);
    expect(all.map(({ state, decidedAt }) => [state, decidedAt])).toEqual([
      ['pending', null],
      ['pending', null],
    ]);
  });

  test('a dry run counts and changes nothing', async () => {
    await importBlog([{ id: 1 }]);
    const before = await everything(store);
    const comments = [{ id: 1 }, { id: 2, parent: 9 }, { id: 3, approved: '0' }, { id: 3 }];
    const report = await importBlog(comments, { dryRun: true });
    expect(Object.fromEntries(report.taken)).toEqual({ approved: 1, pending: 1 });
    expect(report.there).toBe(2);
    expect(await everything(store)).toEqual(before);
  });

  test.each([
    '<xmp><script>alert(1)</script></xmp>',
    '<a href="jav&#x09;ascript:alert(1)">x</a> y',
    '<svg><p><style><img src=x onerror=alert(1)></style></svg>z',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '<b><i>not closed',
  ])('%s is published as the policy has it', async (content) => {
    await importBlog([{ content, author: content, url: content }]);
    const [comment] = await everything(store);
    expect(comment?.raw).toBe(content);
    expect(comment?.html).toBe(applyPolicy(content).html);
    expect(comment?.website).toBeNull();
  });
});

describe('from Disqus', () => {
  test('posts come with their authors, states and threads', async () => {
    const report = await importText(store, DISQUS_EXPORT, { locale: 'fr' });
    const all = await everything(store);
    expect(all.map(({ origin, state, name, html }) => [origin, state, name, html])).toEqual([
      ['disqus:le-blog:4900000001', 'approved', 'Zoé', '<p>Et Kata ?</p>'],
      [
        'disqus:le-blog:4900000002',
        'approved',
        'Bob',
        '<p>Oui, <i>voir</i> <a href="https://disq.us/url?url=https%3A%2F%2Fkata.example" ' +
          'rel="nofollow ugc noopener">Kata</a>.</p><p>Deux<br>lignes.</p>',
      ],
      ['disqus:le-blog:4900000003', 'spam', 'Spam', '<p>Casino</p>'],
      ['disqus:le-blog:4900000004', 'rejected', 'Ann', '<p>Retiré</p>'],
    ]);
    expect(all.map(({ email, tutorial }) => `${email} ${tutorial}`)).toEqual([
      ' hybrid',
      'bob@example.org hybrid',
      ' hybrid',
      ' hybrid',
    ]);
    expect(all[1]?.parent).toBe(all[0]?.id);
    expect(all[0]?.createdAt).toBe(Date.UTC(2020, 4, 6, 10));
    expect(reportLines(report, false)).toContain('  1 about À propos');
    expect((await importText(store, DISQUS_EXPORT, { locale: 'fr' })).there).toBe(4);
  });

  test('its threads are mapped by address', async () => {
    const map = { 'https://blog.example/about/': 'virtualization' };
    await importText(store, DISQUS_EXPORT, { locale: 'fr', map });
    expect((await everything(store)).map(({ tutorial }) => tutorial)).toContain('virtualization');
  });
});

describe('encodings', () => {
  const posts = [{ slug: 'hybrid', comments: [{ content: 'Où ça ? « là »' }] }];
  const declared = (encoding: string) =>
    wordpressExport({ declaration: `<?xml version="1.0" encoding="${encoding}"?>`, posts });
  const utf16be = (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16();

  test.each([
    ['UTF-8', Buffer.from(declared('utf-8'))],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${declared('UTF-8')}`)],
    ['Latin-1', Buffer.from(declared('ISO-8859-1'), 'latin1')],
    ['UTF-16, little end first', Buffer.from(`\uFEFF${declared('UTF-16')}`, 'utf16le')],
    ['UTF-16, big end first', utf16be(declared('UTF-16'))],
    ['UTF-8, gzipped', gzipSync(declared('utf-8'))],
  ])('%s is read', async (_, bytes) => {
    await importText(store, bytes);
    expect(await rawOf()).toEqual(['Où ça ? « là »']);
  });

  test.each([
    ['UTF-16 without its mark', Buffer.from(declared('UTF-16'), 'utf16le'), 'UTF-16'],
    ['UTF-32', Buffer.from('fffe00003c000000', 'hex'), 'UTF-32'],
    ['EBCDIC', Buffer.from('4c6fa79493404040', 'hex'), 'EBCDIC'],
    ['an unknown name', Buffer.from(declared('klingon')), '"klingon" is unknown'],
    ['UTF-7', Buffer.from(declared('utf-7')), '"utf-7" is unknown'],
    ['a mark that its declaration denies', Buffer.from(`\uFEFF${declared('ISO-8859-1')}`), 'deny'],
    [
      'Latin-1 under the name of UTF-8',
      Buffer.from(declared('UTF-8'), 'latin1'),
      /:\d+: .*no utf-8/,
    ],
    ['half of a gzip', gzipSync(declared('utf-8')).subarray(0, 200), 'unexpected end'],
  ])('%s is refused in words', async (_, bytes, words) => {
    await expect(importText(store, bytes)).rejects.toThrow(words);
    await expect(importText(store, bytes)).rejects.toThrow(/^\/.*export:/);
    expect(await rawOf()).toEqual([]);
  });
});

describe('what is refused', () => {
  const good = wordpressExport({ posts: [{ slug: 'hybrid', comments: [{}] }] });
  const withDoctype = (doctype: string, content: string) =>
    good.replace('<rss', `${doctype}\n<rss`).replace('<![CDATA[Merci !]]>', content);
  const bomb = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${n + 1} "${`&l${n};`.repeat(10)}">`,
  ).join('');

  test.each([
    [
      'entities that multiply',
      withDoctype(`<!DOCTYPE rss [<!ENTITY l0 "lol">${bomb}]>`, '&l9;'),
      /export:\d+:\d+: there is a DOCTYPE/,
    ],
    [
      'an entity that is a file',
      withDoctype('<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>', '&f;'),
      'there is a DOCTYPE',
    ],
    ['a bare DOCTYPE', withDoctype('<!DOCTYPE rss>', 'x'), 'there is a DOCTYPE'],
    [
      'an entity that nothing declares',
      good.replace('Un blog', '&nbsp;'),
      /:\d+:\d+: undefined entity/,
    ],
    ['a tag that closes another', good.replace('</wp:comment>', '</wp:kommentar>'), /:\d+:\d+: /],
    ['an end too early', good.slice(0, -20), /export:\d+:\d+: unclosed tag/],
    ['a control character', good.replace('Merci', 'Mer\u0008ci'), /:\d+:\d+: disallowed character/],
    ['two roots', `${good}<rss/>`, /:\d+:\d+: /],
    ['a prefix that stands for nothing', good.replaceAll('xmlns:wp', 'xmlns:pw'), 'unbound'],
    [
      'a feed',
      '<rss version="2.0"><channel><item><title>x</title></item></channel></rss>',
      'RSS feed',
    ],
    ['a web page', '<html><p>Hello</p></html>', 'the root is <html>'],
    ['elements in each other without end', `<rss>${'<a>'.repeat(100)}`, 'more than 64 deep'],
    ['a text', 'Dear diary', 'neither XML nor JSON'],
    ['nothing', '', 'neither XML nor JSON'],
    ['other JSON', '{"comments":[{"id":"x"}]}', 'no export of comments'],
    ['no blog', good.replaceAll('https://blog.example', ''), 'which blog'],
  ])('%s, in words, and nothing is taken', async (_, content, words) => {
    await expect(importText(store, content)).rejects.toThrow(words);
    expect(await everything(store)).toEqual([]);
  });

  test('a text without end, before it fills the memory', async () => {
    const endless = `${good.slice(0, good.indexOf('Merci'))}${'x'.repeat(34 * 1024 * 1024)}`;
    await expect(importText(store, endless)).rejects.toThrow('is longer than');
  });

  test('another format than the operator said', async () => {
    await expect(importText(store, good, { format: 'disqus' })).rejects.toThrow(
      'a file of wordpress, not of disqus',
    );
  });

  test('a tutorial that there is not', async () => {
    await expect(importText(store, good, { map: { a: 'kubernetes' } })).rejects.toThrow(
      /--map a=kubernetes: there is no tutorial kubernetes\. There are: .*hybrid/,
    );
  });
});
