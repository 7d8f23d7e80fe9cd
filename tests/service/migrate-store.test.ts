import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { copyStore } from '../../src/comments/store/copy-store.ts';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { TABLES } from '../../src/comments/store/tables.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { fillTables } from './support/fill-tables.ts';
import { filledStore } from './support/filled-store.ts';
import { runProgram } from './support/program.ts';
import { sampleComment } from './support/sample-comment.ts';

const folder = mkdtempSync(join(tmpdir(), 'strates-migrate-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
const newFile = (): string => {
  files += 1;
  return join(folder, `${files}.sqlite`);
};

async function migrateStore(from: string, to: string) {
  const program = runProgram('src/comments/service/main.ts', { args: ['migrate-store', from, to] });
  return { code: await program.ended, output: program.output() };
}

/** What a store gives out, in the order in which it does. */
async function allOf(store: CommentStore) {
  const states = ['pending', 'approved', 'rejected', 'spam'] as const;
  const all = {
    queues: await Promise.all(states.map((state) => store.queue({ state, limit: 1000 }))),
    journal: await store.journal(100),
    ann: await store.findModerator({ email: 'ann@example.org' }),
  };
  await store.close();
  return all;
}

test('the copied tables are all but those of the search, each after those that it refers to (but for itself)', async () => {
  const db = await openDatabase({ file: ':memory:' });
  const tables = (await db.introspection.getTables()).map(({ name }) => name);
  const copied: readonly string[] = TABLES.map(({ name }) => name);
  // The search fills its own from `comments`, wherever these are put.
  const made = (name: string) => name === 'schema_versions' || name.startsWith('search_');
  expect(tables.filter((name) => !made(name)).sort()).toEqual([...copied].sort());
  for (const [n, name] of copied.entries()) {
    const keys = sql<{ table: string }>`select "table" from pragma_foreign_key_list(${name})`;
    const references = (await keys.execute(db)).rows;
    for (const { table } of references) expect(copied.slice(0, n + 1), name).toContain(table);
  }
  await db.destroy();
});

test('from file to file, everything arrives', async () => {
  const [from, to] = [newFile(), newFile()];
  const store = await openStore({ file: from });
  await filledStore(store);
  await store.close();
  const { code, output } = await migrateStore(from, to);
  expect(code, output).toBe(0);
  expect(output).toMatch(/comments: 450 \(SHA-256 [0-9a-f]{16}…\)/);
  expect(await allOf(await openStore({ file: to }))).toEqual(
    await allOf(await openStore({ file: from })),
  );
});

test('into a database with rows it is refused, and those stay', async () => {
  const [from, to] = [newFile(), newFile()];
  for (const file of [from, to]) {
    const store = await openStore({ file });
    await store.addComment(sampleComment({ raw: file }));
    await store.close();
  }
  const { code, output } = await migrateStore(from, to);
  expect([code, output]).toEqual([1, 'The target has rows in comments already.\n']);
  const kept = await allOf(await openStore({ file: to }));
  expect(kept.queues[0]?.comments.map(({ raw }) => raw)).toEqual([to]);
});

test('a copy that differs is taken back', async () => {
  const [source, target] = [
    await openDatabase({ file: newFile() }),
    await openDatabase({ file: newFile() }),
  ];
  const file = newFile();
  const store = await openStore({ file });
  await filledStore(store);
  await store.close();
  const filled = await openDatabase({ file });
  await sql`create trigger lie after insert on comments when new.id = (select max(id) from comments)
    begin update comments set name = 'Mallory' where id = new.id; end`.execute(target);
  await expect(copyStore(filled, target)).rejects.toMatchObject({ code: 'damaged' });
  expect(await target.selectFrom('moderators').selectAll().execute()).toEqual([]);
  await Promise.all([source, target, filled].map((db) => db.destroy()));
});

test.each([
  ['a file that is not there', () => [join(folder, 'none'), newFile()], 'There is no file'],
  ['itself', () => [newFile(), `${folder}/./${files}.sqlite`], 'the same database'],
  ['a wrong address', () => ['postgres://', newFile()], 'DATABASE_URL=(not shown): must be'],
])('%s is refused in a line, and nothing is made', async (_, places, words) => {
  const [from = '', to = ''] = places();
  const { code, output } = await migrateStore(from, to);
  expect(code).toBe(1);
  expect(output).toContain(words);
  expect(output).not.toContain('    at ');
  expect(existsSync(to)).toBe(false);
});

describe.runIf(POSTGRES_PROGRAMS !== null)('with a real PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(POSTGRES_PROGRAMS ?? '');
  });
  afterAll(() => server.stop());

  test('there and back loses nothing', async () => {
    const [file, url, back] = [newFile(), await server.createDatabase(), newFile()];
    const store = await openStore({ file });
    await filledStore(store);
    await store.close();
    await fillTables({ file });
    const there = await migrateStore(file, url);
    expect(there.code, there.output).toBe(0);
    const home = await migrateStore(url, back);
    expect(home.code, home.output).toBe(0);
    const digests = (output: string) => output.split('\n').filter((line) => line.includes('SHA'));
    expect(digests(home.output)).toEqual(digests(there.output));
    expect(digests(there.output)).toHaveLength(TABLES.length);
    expect(there.output).not.toMatch(/: 0 \(/);
    const original = await allOf(await openStore({ file }));
    expect(await allOf(await openStore({ file: back }))).toEqual(original);
    const moved = await allOf(await openStore({ url }));
    expect(moved.journal).toEqual(original.journal);
    expect(moved.queues.map(({ comments }) => comments.length)).toEqual([150, 295, 5, 0]);
    const again = await migrateStore(file, url);
    expect(again.output).toContain('The target has rows in moderators already.');
  });

  test('the service keeps what it takes there, and leaves no file with comments', async () => {
    const data = join(folder, 'data');
    const url = await server.createDatabase();
    const env = { DATA_DIR: data, PORT: '0', DATABASE_URL: url };
    const service = runProgram('src/comments/service/main.ts', { env });
    await service.printed(/Data in PostgreSQL 127\.0\.0\.1:\d+\/test_\d+, secret in /);
    const check = runProgram('src/comments/service/main.ts', { env, args: ['check'] });
    expect(await check.ended).toBe(0);
    expect(check.output()).toMatch(/moderators: 1\n/);
    service.child.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(existsSync(join(data, 'comments.sqlite'))).toBe(false);
  });
});
