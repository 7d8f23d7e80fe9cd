import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { afterAll, describe, expect, test } from 'vitest';
import { createStore } from '../../src/comments/store/create-store.ts';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { storeContract } from './store-contract.ts';
import { NOW, sampleComment } from './support/sample-comment.ts';

const WRITER = new URL('support/add-until-killed.ts', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'strates-store-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `${files}.sqlite`);
}

storeContract('SQLite in memory', () => openStore({ file: ':memory:' }));
storeContract('a SQLite file', () => openStore({ file: newFile() }));

describe('a SQLite file', () => {
  test('keeps what it was given when it is opened again', async () => {
    const file = newFile();
    const first = await openStore({ file });
    const comment = await first.addComment(sampleComment());
    await first.close();
    const second = await openStore({ file });
    expect(await second.findComment(comment.id)).toEqual(comment);
    await second.close();
  });

  test('is readable by its owner only', async () => {
    const file = newFile();
    const store = await openStore({ file });
    await store.addComment(sampleComment());
    const modes = [file, `${file}-wal`].map((path) => (statSync(path).mode & 0o777).toString(8));
    await store.close();
    expect(modes).toEqual(['600', '600']);
  });

  test('waits for the disk with all but counts', async () => {
    const db = await openDatabase({ file: newFile() });
    const store = createStore(db);
    const waits = async () => (await sql`pragma synchronous`.execute(db)).rows;
    for (const key of ['one', 'two', 'two']) {
      await store.allow({ key, limit: 1, windowMs: 1000, now: NOW });
      expect(await waits()).toEqual([{ synchronous: 2 }]);
    }
    await store.close();
  });

  test('is written ahead and checks types', async () => {
    const file = newFile();
    await (await openStore({ file })).close();
    const database = new DatabaseSync(file);
    expect(database.prepare('pragma journal_mode').get()).toEqual({ journal_mode: 'wal' });
    const tables = database
      .prepare(
        "select name, strict from pragma_table_list where type = 'table' and name not like 'sqlite_%'",
      )
      .all();
    database.close();
    expect(tables.length).toBeGreaterThan(6);
    expect(tables.filter(({ strict }) => strict !== 1)).toEqual([]);
  });

  test('is shared with another process that writes at the same time', async () => {
    const file = newFile();
    const store = await openStore({ file });
    const writer = spawn(process.execPath, [WRITER, file], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const reported = createInterface(writer.stdout)[Symbol.asyncIterator]();
    const decided = [];
    for (let n = 0; n < 25; n += 1) {
      const theirs = String((await reported.next()).value);
      const { id } = await store.addComment(sampleComment());
      const act = { id: `d${n}`, comments: [theirs, id], moderator: 'm', at: NOW + n };
      decided.push((await store.decide({ ...act, to: 'approved' }))?.changes.length);
    }
    const closed = once(writer, 'close');
    writer.kill('SIGKILL');
    await closed;
    expect(decided).toEqual(decided.map(() => 2));
    expect((await store.countByState()).approved).toBe(50);
    await store.close();
  });

  test('made by a later release is refused in words that help', async () => {
    const file = newFile();
    await (await openStore({ file })).close();
    const database = new DatabaseSync(file);
    database.exec("insert into schema_versions (version, name) values (99, 'later')");
    database.close();
    await expect(openStore({ file })).rejects.toMatchObject({
      code: 'newer-database',
      message: expect.stringMatching(/version 99.*Start the release that made it/),
    });
  });
});
