import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openStore } from '../../src/comments/store/open-store.ts';
import { filledStore } from './support/filled-store.ts';
import { type Program, runProgram } from './support/program.ts';
import { sampleComment } from './support/sample-comment.ts';

const COMMENTS = 'src/comments/service/main.ts';
const WRITER = 'tests/service/support/add-until-killed.ts';

let folder: string;
let file: string;
let programs: Program[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'strates-operator-'));
  file = join(folder, 'comments.sqlite');
  programs = [];
});
afterEach(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  rmSync(folder, { recursive: true, force: true });
});

const start = (program: string, args: string[], env: Record<string, string> = {}): Program => {
  const started = runProgram(program, { args, env: { DATA_DIR: folder, PORT: '0', ...env } });
  programs.push(started);
  return started;
};

/** Runs `npm run comments -- …args` to its end. */
async function comments(...args: string[]): Promise<{ code: number | null; output: string }> {
  const { ended, output } = start(COMMENTS, args);
  return { code: await ended, output: output() };
}

/** Every row of every table, sorted: a copy need not keep the order. The search makes its own anew. */
function rowsOf(path: string): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database
    .prepare("select name from sqlite_schema where type = 'table' order by name")
    .all()
    .map(({ name }) => String(name))
    .filter((name) => !name.startsWith('search_'));
  const rows = tables.map((name) => [
    name,
    database.prepare(`select * from "${name}" order by 1, 2`).all(),
  ]);
  database.close();
  return Object.fromEntries(rows) as Record<string, unknown[]>;
}

async function fill(path: string): Promise<void> {
  const store = await openStore({ file: path });
  await filledStore(store);
  await store.close();
}

describe('backup', () => {
  test('copies everything into one file that only its owner reads', async () => {
    await fill(file);
    const copy = join(folder, 'copy.sqlite');
    expect(await comments('backup', copy)).toMatchObject({ code: 0 });
    expect(rowsOf(copy)).toEqual(rowsOf(file));
    expect(statSync(copy).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder).filter((name) => name.startsWith('copy'))).toEqual(['copy.sqlite']);
  });

  test('is whole while the database is written to, and holds all that was acknowledged before', async () => {
    await (await openStore({ file })).close();
    const writer = start(WRITER, [file]);
    await writer.printed(/(.+\n){20}/);
    const before = writer.output().split('\n').slice(0, -1);
    const copy = join(folder, 'copy.sqlite');
    expect(await comments('backup', copy)).toMatchObject({ code: 0 });
    const acknowledged = writer.output().split('\n').length;
    await writer.printed(new RegExp(`(.+\\n){${acknowledged + 20}}`));
    const kept = new Set((rowsOf(copy)['comments'] as { id: string }[]).map(({ id }) => id));
    expect(before.filter((id) => !kept.has(id))).toEqual([]);
  });

  test('never replaces a file', async () => {
    await fill(file);
    const copy = join(folder, 'copy.sqlite');
    writeFileSync(copy, 'precious');
    const { code, output } = await comments('backup', copy);
    expect([code, output]).toEqual([1, `${copy} is there already. Name a file that is not.\n`]);
    expect(statSync(copy).size).toBe('precious'.length);
  });

  test('without a database makes none', async () => {
    expect(await comments('backup', join(folder, 'copy.sqlite'))).toMatchObject({ code: 1 });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('of PostgreSQL is pg_dump’s', async () => {
    const env = { DATABASE_URL: 'postgres://localhost/strates' };
    const program = start(COMMENTS, ['backup', join(folder, 'copy')], env);
    expect(await program.ended).toBe(1);
    expect(program.output()).toContain('pg_dump');
  });
});

describe('restore', () => {
  test('brings back what a backup held', async () => {
    await fill(file);
    const copy = join(folder, 'copy.sqlite');
    await comments('backup', copy);
    const held = rowsOf(file);
    for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    expect(await comments('restore', copy)).toMatchObject({ code: 0 });
    expect(rowsOf(file)).toEqual(held);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('refuses a database with rows, unless it is forced; then keeps aside what was there', async () => {
    const copy = join(folder, 'copy.sqlite');
    await fill(copy);
    const store = await openStore({ file });
    await store.addComment(sampleComment({ raw: 'newer' }));
    await store.close();
    const newer = rowsOf(file);

    const refused = await comments('restore', copy);
    expect(refused.code).toBe(1);
    expect(refused.output).toContain('--force');
    expect(rowsOf(file)).toEqual(newer);

    expect(await comments('restore', copy, '--force')).toMatchObject({ code: 0 });
    expect(rowsOf(file)).toEqual(rowsOf(copy));
    const [aside = ''] = readdirSync(folder).filter((name) => name.startsWith('before-restore-'));
    expect(rowsOf(join(folder, aside))).toEqual(newer);
  });

  test.each([['what is no database', 'Dear diary, '.repeat(1000)]])(
    'of %s changes nothing',
    async (_, content) => {
      await fill(file);
      const held = rowsOf(file);
      const wrong = join(folder, 'wrong');
      writeFileSync(wrong, content);
      const { code, output } = await comments('restore', wrong, '--force');
      expect(code).toBe(1);
      expect(output).toMatch(/wrong: file is not a database\.\n$/);
      expect(rowsOf(file)).toEqual(held);
      expect(readdirSync(folder).filter((name) => name.includes('restor'))).toEqual([]);
    },
  );
});

describe('check', () => {
  test('counts the rows of a sound database', async () => {
    await fill(file);
    const { code, output } = await comments('check');
    expect(code).toBe(0);
    expect(output).toMatch(/tables of version \d+\n {2}moderators: 2\n {2}comments: 450\n/);
    expect(output).toContain('Sound.');
  });

  test('finds what refers to nothing', async () => {
    await fill(file);
    const database = new DatabaseSync(file);
    database.exec(
      'pragma foreign_keys = off; delete from comments where id in (select comment from decision_changes limit 1)',
    );
    database.close();
    const { code, output } = await comments('check');
    expect(code).toBe(1);
    expect(output).toMatch(/Not sound:\n {2}decision_changes, row \d+: refers to nothing/);
  });

  test('finds replies that no thread shows', async () => {
    const store = await openStore({ file });
    const [one, two, three, four] = [0, 1, 2, 3].map(() => sampleComment());
    for (const comment of [one, two, three, four]) if (comment) await store.addComment(comment);
    await store.close();
    const database = new DatabaseSync(file);
    const answer = database.prepare('update comments set parent = ? where id = ?');
    database.exec('begin');
    answer.run(two?.id ?? '', one?.id ?? '');
    answer.run(one?.id ?? '', two?.id ?? '');
    answer.run(four?.id ?? '', three?.id ?? '');
    database.exec(`update comments set tutorial = 'hybrid' where id = '${four?.id ?? ''}'; commit`);
    database.close();
    const { code, output } = await comments('check');
    expect(code).toBe(1);
    for (const id of [one?.id, two?.id])
      expect(output).toContain(`  comments, ${id ?? ''}: stands in a circle of replies\n`);
    expect(output).toContain(
      `  comments, ${three?.id ?? ''}: answers a comment of another thread\n`,
    );
    expect(output).not.toContain(`comments, ${four?.id ?? ''}`);
  });

  test('finds a damaged page', async () => {
    await fill(file);
    const database = new DatabaseSync(file, { defensive: false });
    database.exec('pragma writable_schema = on');
    // An index that lies about its table: the number of its entries is wrong.
    database.exec(
      "update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'decisions_latest') where name = 'comments_waiting'",
    );
    database.close();
    const { code, output } = await comments('check');
    expect(code).toBe(1);
    expect(output).toContain('Not sound:');
  });

  test('of a folder without a database makes none', async () => {
    expect(await comments('check')).toMatchObject({ code: 1 });
    expect(existsSync(file)).toBe(false);
  });
});

test.each([
  [['start']],
  [['backup']],
  [['backup', 'a', 'b']],
  [['restore', 'a', '--hard']],
  [['check', 'all']],
  [['migrate-store', 'a']],
  [['--help']],
  [['constructor']],
])('npm run comments -- %s explains itself', async (args) => {
  const { code, output } = await comments(...args);
  expect(code).toBe(2);
  expect(output).toContain('Usage: npm run comments');
  expect(readdirSync(folder)).toEqual([]);
});
