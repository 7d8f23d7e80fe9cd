import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ExportFormat, exportComments } from '../../src/comments/exchange/export-comments.ts';
import { applyPolicy } from '../../src/comments/policy/index.ts';
import { readTutorials } from '../../src/comments/service/open-service.ts';
import { createStore } from '../../src/comments/store/create-store.ts';
import type { DatabasePlace } from '../../src/comments/store/database-place.ts';
import { openDatabase, openExisting } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { everything, importText } from './support/import-file.ts';
import { NOW, sampleComment } from './support/sample-comment.ts';

let folder: string;
let files = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strates-export-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const newPath = (): string => join(folder, String((files += 1)));

async function exported(
  store: CommentStore,
  format: ExportFormat,
  tutorial?: string,
): Promise<string> {
  const file = newPath();
  const site = { url: new URL('https://strates.example'), tutorials: readTutorials() };
  await exportComments({ store, format, tutorial, site }, file);
  return readFileSync(file, 'utf8');
}

/** Texts that have broken exports before. */
const HOSTILE = [
  ']]> and ]]&gt; and <![CDATA[ <b>x</b>',
  'a\0b\u0008c\u001Fd\u007F\u0085',
  'lone \uD800 and \uDC00, \uFFFE, \uFFFF',
  '\u202Ertl\u202C \u200F🐳\u{E0041} e\u0301',
  '<script>alert(1)</script>&lt;script&gt; & "quotes" \'too\'',
  'line\r\nends\rall\n\nthree',
  '<b>bold <blockquote>quoted\n\n<code>docker run <image></code></blockquote>',
  '\\u0000 \\" {"comments":[]}',
];

const posted = (raw: string, n: number) =>
  sampleComment({
    raw,
    html: applyPolicy(raw).html,
    avatar: 'avatar of zoe@example.org',
    locale: n % 2 ? 'en' : 'fr',
    website: n % 3 ? null : 'https://example.org/?a=1&b=2',
    tutorial: n % 4 ? 'hybrid' : 'virtualization',
  });

/** A store with all that an export may meet. */
async function fill(place: DatabasePlace): Promise<void> {
  const store = await openStore(place);
  const comments = HOSTILE.map(posted);
  for (const comment of comments) await store.addComment(comment);
  const [first, second, third, ...others] = comments.filter(
    ({ tutorial }) => tutorial === 'hybrid',
  );
  const reply = posted('Une réponse', 1);
  await store.addComment({
    ...reply,
    parent: first?.id ?? null,
    signals: [{ rule: 'links', detail: 3 }],
  });
  await store.addComment({ ...posted('Et une autre', 1), parent: reply.id, writtenBy: 'Ann' });
  const act = { moderator: 'Ann', at: NOW };
  const decide = (id: string, to: 'approved' | 'spam' | 'rejected', of = first) =>
    store.decide({ ...act, id, to, comments: of ? [of.id] : [] });
  await decide('one', 'approved');
  await decide('two', 'spam', second);
  await decide('three', 'rejected', third);
  await decide('four', 'approved', others[0]);
  await store.close();
  const db = await openDatabase(place);
  const comment = reply.id;
  const edit = { comment, raw: 'a\r\n<b>', html: '<p>a</p>', policy_version: 1 };
  await db
    .insertInto('edits')
    .values([
      { ...edit, id: 'edit-2', at: NOW, moderator: 'Ann' },
      { ...edit, id: 'edit-1', at: NOW - 1, moderator: null, raw: 'before' },
    ])
    .execute();
  await db
    .updateTable('edits')
    .set({ html: applyPolicy(edit.raw).html })
    .where('id', '=', 'edit-2')
    .execute();
  await db.updateTable('edits').set({ html: '<p>before</p>' }).where('id', '=', 'edit-1').execute();
  await db
    .insertInto('notes')
    .values({ id: 'note', comment, moderator: 'Ann', at: NOW, text: 'Vu ]]> \u202E' })
    .execute();
  const erased = {
    name: '',
    email: '',
    email_key: '',
    website: null,
    raw: '',
    html: '',
    avatar: '',
  };
  await db
    .updateTable('comments')
    .set({ ...erased, receipt_hash: '', erased_at: NOW + 7 })
    .where('id', '=', third?.id ?? '')
    .execute();
  await db
    .updateTable('comments')
    .set({ edited_at: NOW + 9 })
    .where('id', '=', comment)
    .execute();
  await db.destroy();
}

describe.each(['strates', 'wordpress'] as const)('what goes out as %s', (format) => {
  test('comes in and goes out again as the same bytes', async () => {
    const place = { file: newPath() };
    await fill(place);
    const store = await openStore(place);
    const out = await exported(store, format);
    await store.close();
    for (const round of [1, 2]) {
      const other = await openStore({ file: ':memory:' });
      const report = await importText(other, out);
      expect([...report.leftOut], `round ${round}`).toEqual([]);
      expect(await exported(other, format)).toBe(out);
      const again = await importText(other, out);
      expect(again.taken.size).toBe(0);
      await other.close();
    }
    expect(out).toContain('Une réponse');
  });

  test('into the store that it came from changes nothing', async () => {
    const place = { file: newPath() };
    await fill(place);
    const store = await openStore(place);
    const before = await everything(store);
    const report = await importText(store, await exported(store, format));
    expect(report).toMatchObject({ there: before.length, orphans: 0, impossible: 0 });
    expect(await everything(store)).toEqual(before);
    await store.close();
  });

  test('is whole whatever was typed', async () => {
    const text = fc.string({ unit: 'binary', maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { maxLength: 8 }), async (typed) => {
        const [store, other] = [
          await openStore({ file: ':memory:' }),
          await openStore({ file: ':memory:' }),
        ];
        const raws = typed.map((raw) => `x${raw}`);
        for (const [n, raw] of raws.entries()) await store.addComment(posted(raw, n));
        const out = await exported(store, format);
        if (format === 'wordpress') new SaxesParser({ xmlns: true }).write(out).close();
        else expect(JSON.parse(out)).toMatchObject({ comments: { length: raws.length } });
        await importText(other, out);
        expect(await exported(other, format)).toBe(out);
        await Promise.all([store.close(), other.close()]);
      }),
      { numRuns: 25 },
    );
  });

  test('an empty store gives an empty export', async () => {
    const store = await openStore({ file: ':memory:' });
    const out = await exported(store, format);
    expect((await importText(store, out)).taken.size).toBe(0);
    await store.close();
  });
});

describe('our own JSON', () => {
  test('loses nothing: every column comes back but what a day forgets', async () => {
    const [from, to] = [{ file: newPath() }, { file: newPath() }];
    await fill(from);
    const store = await openStore(from);
    const out = await exported(store, 'strates');
    await store.close();
    const other = await openStore(to);
    await importText(other, out);
    await other.close();
    const rowsOf = async (place: DatabasePlace) => {
      const db = await openDatabase(place);
      const comments = await db.selectFrom('comments').selectAll().orderBy('id').execute();
      const edits = await db.selectFrom('edits').selectAll().orderBy('id').execute();
      const notes = await db.selectFrom('notes').selectAll().orderBy('id').execute();
      await db.destroy();
      // A decision itself stays where it was made; whom it was told to is of there too.
      const kept = comments.map((row) => ({
        ...row,
        decision: null,
        network: null,
        announced_at: null,
      }));
      return { comments: kept, edits, notes };
    };
    expect(await rowsOf(to)).toEqual(await rowsOf(from));
  });

  test('HTML in the file is not believed', async () => {
    const store = await openStore({ file: ':memory:' });
    await store.addComment(posted('plain', 1));
    const out = await exported(store, 'strates');
    await store.close();
    const other = await openStore({ file: ':memory:' });
    await importText(other, out.replace('<p>plain</p>', '<script>alert(1)</script>'));
    expect((await everything(other)).map(({ html }) => html)).toEqual(['<p>plain</p>']);
    await other.close();
  });

  test.each([
    ['a state that there is not', '"state":"pending"', '"state":"published"'],
    ['a time that is none', /"createdAt":"[^"]*"/, '"createdAt":"yesterday"'],
    ['an id that is none', /"id":"[^"]*"/, '"id":"../x"'],
    ['a later version', '"version":1', '"version":2'],
    ['a text that is none', '"raw":"plain"', '"raw":{"toString":1}'],
    ['a member too few', '"name":"Zoé",', ''],
  ])('with %s is refused, with its line', async (_, what, instead) => {
    const store = await openStore({ file: ':memory:' });
    await store.addComment(posted('plain', 1));
    const out = await exported(store, 'strates');
    await expect(importText(store, out.replace(what, instead))).rejects.toThrow(/export(:2)?: /);
    await store.close();
  });
});

describe('WXR', () => {
  test('is what WordPress reads: a post for each tutorial, replies after what they answer', async () => {
    const place = { file: newPath() };
    await fill(place);
    const store = await openStore(place);
    const out = await exported(store, 'wordpress');
    expect(out.match(/<item>/g)).toHaveLength(2);
    expect(out).toContain('<link>https://strates.example/fr/tutoriels/hybride/</link>');
    const numbers = [...out.matchAll(/<wp:comment_id>(\d+)</g)].map(([, n]) => Number(n));
    expect(numbers).toEqual(numbers.map((_, n) => n + 1));
    const links = [...out.matchAll(/<wp:comment_id>(\d+)<[\s\S]*?<wp:comment_parent>(\d+)</g)];
    expect(links.filter(([, , parent]) => parent !== '0')).toHaveLength(2);
    for (const [, n, parent] of links) expect(Number(parent)).toBeLessThan(Number(n));
    await store.close();
  });

  test('holds no markup but the policy’s, for WordPress publishes it as it stands', async () => {
    const store = await openStore({ file: ':memory:' });
    await store.addComment(posted('<img src=x onerror=alert(1)><b onclick=x>hi</b>', 1));
    const out = await exported(store, 'wordpress');
    expect(out).toContain('<wp:comment_content><![CDATA[<p><b>hi</b></p>]]></wp:comment_content>');
    expect(out).not.toMatch(/onerror|onclick/);
    await store.close();
  });

  test('of one tutorial holds no other', async () => {
    const place = { file: newPath() };
    await fill(place);
    const store = await openStore(place);
    expect((await exported(store, 'wordpress', 'virtualization')).match(/<item>/g)).toHaveLength(1);
    await store.close();
  });
});

describe('an export file', () => {
  test('is its owner’s alone, and never takes the place of another', async () => {
    const store = await openStore({ file: ':memory:' });
    const site = { url: new URL('https://strates.example'), tutorials: readTutorials() };
    const work = { store, format: 'strates', tutorial: undefined, site } as const;
    const file = newPath();
    expect(await exportComments(work, file)).toBe(0);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'precious');
    await expect(exportComments(work, file)).rejects.toThrow('is there already');
    expect(readFileSync(file, 'utf8')).toBe('precious');
    await store.close();
  });

  test('is not left half written', async () => {
    const file = newPath();
    const site = { url: new URL('https://strates.example'), tutorials: readTutorials() };
    const store = {
      exportComments: async function* () {
        yield await Promise.resolve([]);
        throw new Error('the server is gone');
      },
    };
    const work = { store, format: 'strates', tutorial: undefined, site } as const;
    await expect(exportComments(work, file)).rejects.toThrow('the server is gone');
    expect(existsSync(file)).toBe(false);
  });
});

test('an export keeps nobody from writing, and shows one moment', async () => {
  const file = newPath();
  const writing = await openStore({ file });
  for (let n = 0; n < 150; n += 1) await writing.addComment(posted(`n° ${n}`, n));
  const reading = createStore(await openExisting({ file }));
  const pages = reading.exportComments({ to: 'millisecond' })[Symbol.asyncIterator]();
  const first = await pages.next();
  await writing.addComment(posted('later', 1));
  let comments = first.done ? 0 : first.value.length;
  for (let next = await pages.next(); !next.done; next = await pages.next())
    comments += next.value.length;
  expect(comments).toBe(150);
  expect(await everything(reading)).toHaveLength(151);
  await Promise.all([writing.close(), reading.close()]);
});

describe.runIf(POSTGRES_PROGRAMS !== null)('with a real PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(POSTGRES_PROGRAMS ?? '');
  });
  afterAll(() => server.stop());

  test.each(['strates', 'wordpress'] as const)(
    '%s: file, server and back, the same bytes',
    async (format) => {
      const place = { file: newPath() };
      await fill(place);
      const [file, far, back] = [
        await openStore(place),
        await openStore({ url: await server.createDatabase() }),
        await openStore({ file: ':memory:' }),
      ];
      // PostgreSQL cannot hold U+0000: what stands for it stays.
      const out = (await exported(file, format)).replaceAll(/(?<!\\)\\u0000/g, '\uFFFD');
      await importText(far, out);
      const there = await exported(far, format);
      expect(there.replaceAll(/"html":"[^"]*"/g, '')).toBe(out.replaceAll(/"html":"[^"]*"/g, ''));
      await importText(back, there);
      expect(await exported(back, format)).toBe(there);
      await Promise.all([file, far, back].map((store) => store.close()));
    },
  );
});
