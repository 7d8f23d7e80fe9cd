import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { storeContract } from './store-contract.ts';
import { NOW, sampleComment } from './support/sample-comment.ts';

if (POSTGRES_PROGRAMS === null)
  console.log('This machine has no PostgreSQL server: the contract ran on PGlite alone.');

describe.runIf(POSTGRES_PROGRAMS !== null)('a real PostgreSQL', () => {
  let server: Postgres;
  beforeAll(async () => {
    server = await startPostgres(POSTGRES_PROGRAMS ?? '');
    console.log(`PostgreSQL ${server.version} of ${POSTGRES_PROGRAMS}`);
  });
  afterAll(() => server.stop());

  storeContract('PostgreSQL', async () => openStore({ url: await server.createDatabase() }));

  test('is made ready once by eight that open it at the same moment', async () => {
    const url = await server.createDatabase();
    const stores = await Promise.all(Array.from({ length: 8 }, () => openStore({ url })));
    await Promise.all(stores.map((store) => store.addComment(sampleComment())));
    expect((await stores[0]?.countByState())?.pending).toBe(8);
    await Promise.all(stores.map((store) => store.close()));
  });

  test('keeps what it was given, and gives instants back as numbers', async () => {
    const url = await server.createDatabase();
    const first = await openStore({ url });
    const comment = await first.addComment(sampleComment({ createdAt: NOW }));
    await first.close();
    const second = await openStore({ url });
    expect(await second.findComment(comment.id)).toEqual(comment);
    expect((await second.findComment(comment.id))?.createdAt).toBe(NOW);
    await second.close();
  });

  test('finds nothing under a name with U+0000, without an error', async () => {
    const store = await openStore({ url: await server.createDatabase() });
    expect(await store.findComment('a\0b')).toBeNull();
    const { raw } = await store.addComment(sampleComment({ raw: 'a\0b' }));
    expect(raw).toBe('a\uFFFDb');
    await store.close();
  });

  test('whose connections break is connected to anew', async () => {
    const url = await server.createDatabase();
    const [store, operator] = [await openStore({ url }), await openDatabase({ url })];
    await Promise.all(Array.from({ length: 5 }, () => store.addComment(sampleComment())));
    const { rows } = await sql`
      select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()
    `.execute(operator);
    expect(rows.length).toBeGreaterThan(0);
    // A query may meet a connection that is not known to be broken yet: it fails, and only it.
    const { pending } = await vi.waitFor(() => store.countByState());
    expect(pending).toBe(5);
    await Promise.all([store.close(), operator.destroy()]);
  });

  test('whose connection breaks within a transaction fails that transaction, and ends nothing', async () => {
    const url = await server.createDatabase();
    const [db, operator] = [await openDatabase({ url }), await openDatabase({ url })];
    const broken = db.transaction().execute(async (transaction) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(
        transaction,
      );
      await sql`select pg_terminate_backend(${rows[0]?.pid})`.execute(operator);
      // Nobody asks anything while the connection goes away.
      await vi.waitFor(async () => {
        const { rows: left } = await sql`
          select 1 from pg_stat_activity where pid = ${rows[0]?.pid}
        `.execute(operator);
        expect(left).toEqual([]);
      });
      await new Promise((resolve) => setTimeout(resolve, 50));
      await sql`select 1`.execute(transaction);
    });
    await expect(broken).rejects.toThrow();
    expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
    await Promise.all([db.destroy(), operator.destroy()]);
  });

  test('made by a later release is refused', async () => {
    const url = await server.createDatabase();
    const db = await openDatabase({ url });
    await db.insertInto('schema_versions').values({ version: 99, name: 'later' }).execute();
    await db.destroy();
    await expect(openStore({ url })).rejects.toMatchObject({ code: 'newer-database' });
  });

  test('that is not there is said without the password', async () => {
    const url = (await server.createDatabase()).replace('strates@', 'strates:hunter2@');
    const missing = openStore({ url: `${url}_missing` });
    await expect(missing).rejects.toMatchObject({
      code: 'unreachable',
      message: expect.stringMatching(/^PostgreSQL 127\.0\.0\.1:\d+\/test_\d+_missing: .*exist/),
    });
    await expect(missing).rejects.not.toThrow('hunter2');
  });
});
