import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeActToken } from '../../src/comments/mail/act-token.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { freePort } from '../support/free-port.ts';
import { copyProject, type ProjectCopy } from '../support/project-copy.ts';
import { type Program, runProgram } from './support/program.ts';
import { GOOD } from './support/running-service.ts';
import { sampleComment } from './support/sample-comment.ts';

/*
 * `npm start` in a fresh clone, again and again: each test finds what the one before it left.
 */

let project: ProjectCopy;
let dataDir: string;
let base: string;
let program: Program;
beforeAll(async () => {
  project = copyProject();
  dataDir = join(project.folder, 'data');
  base = `http://localhost:${await freePort()}`;
});
afterAll(async () => {
  program.child.kill('SIGKILL');
  await program.ended;
  project.remove();
});

/** Starts and waits until it listens; resolves to all that it printed. */
async function start(env: Record<string, string> = {}): Promise<string> {
  const { port } = new URL(base);
  program = runProgram('src/server/start.ts', { cwd: project.folder, env: { PORT: port, ...env } });
  await program.printed(/Stop with Ctrl-C\./);
  return program.output();
}

async function stop(): Promise<void> {
  program.child.kill('SIGINT');
  expect(await program.ended).toBe(0);
}

/** What a moderator does while nobody serves: the next start finds it in the database. */
async function withStore(work: (store: CommentStore) => Promise<unknown>): Promise<void> {
  const store = await openStore({ file: join(dataDir, 'comments.sqlite') });
  await work(store);
  await store.close();
}

const wasBuilt = (output: string) => output.includes('page(s) built');
const builtAt = () => statSync(join(project.folder, 'dist/.built-by-start')).mtimeMs;
const lesson = () =>
  readFileSync(join(project.folder, 'dist/en/tutorials/hybrid/index.html'), 'utf8');

test('it builds the site, says where it listens, where the data is and how to moderate', async () => {
  const output = await start();
  expect(wasBuilt(output)).toBe(true);
  expect(output).toContain(`Strates on ${base}/`);
  expect(output).toContain(`Data in ${dataDir}`);
  const link = /\n {2}(http:\S+\/moderation\/invitation\/[\w-]{43})\n/.exec(output)?.[1] ?? '';
  expect(link.startsWith(base)).toBe(true);
  for (const address of [`${base}/`, `${base}/en/tutorials/hybrid/`, link])
    expect((await fetch(address)).status, address).toBe(200);
  expect(await (await fetch(`${base}/comments/threads/hybrid.json`)).json()).toMatchObject({
    comments: [],
  });
});

test('Ctrl-C ends it with code 0 and nothing half done', async () => {
  await stop();
  expect(program.output().trimEnd().split('\n').at(-1)).toContain('"event":"stopped"');
});

test('nothing changed: the same build is served at once', async () => {
  const before = builtAt();
  expect(wasBuilt(await start())).toBe(false);
  expect(builtAt()).toBe(before);
  await stop();
});

test('comments that were approved since are baked into the pages', async () => {
  const comment = sampleComment({ tutorial: 'hybrid', html: '<p>Approved while away</p>' });
  await withStore(async (store) => {
    await store.addComment(comment);
    await store.decide({ id: 'd', comments: [comment.id], to: 'approved', moderator: 'm', at: 1 });
  });
  expect(lesson()).not.toContain('Approved while away');
  expect(wasBuilt(await start())).toBe(true);
  expect(lesson()).toContain('<p>Approved while away</p>');
  await stop();
});

test('a comment that was withdrawn since goes from the pages', async () => {
  await withStore((store) => store.undo({ decision: 'd', moderator: 'm', at: 2 }));
  expect(wasBuilt(await start())).toBe(true);
  expect(lesson()).not.toContain('Approved while away');
  await stop();
});

test('a comment that is approved while it serves is baked into the pages that it serves', async () => {
  await start({ REBUILD_DELAY: '0' });
  const answer = await fetch(`${base}/comments/threads/hybrid`, {
    method: 'POST',
    body: new URLSearchParams({ ...GOOD, locale: 'en', comment: 'Approved while it serves' }),
    headers: { Accept: 'application/json', Origin: base },
  });
  const { id } = ((await answer.json()) as { comment: { id: string } }).comment;
  const moderator = { id: 'ann', name: 'Ann', email: 'ann@example.org', createdAt: 1 };
  await withStore((store) => store.addModerator({ ...moderator, passwordHash: '$x' }));
  const secret = readFileSync(join(dataDir, 'secret'), 'utf8').trim();
  const may = { moderator: 'ann', comment: id, seen: null, expiresAt: Date.now() + 600_000 };
  await fetch(`${base}/moderation/en/act/${writeActToken(secret, may)}`, {
    method: 'POST',
    body: new URLSearchParams({ act: 'approved' }),
    headers: { Origin: base },
  });
  await program.printed(/"kind":"rebuild-site","attempts":1,"outcome":"done"/);
  expect(lesson()).toContain('<p>Approved while it serves</p>');
  const page = await fetch(`${base}/en/tutorials/hybrid/`);
  expect(await page.text()).toContain('<p>Approved while it serves</p>');
  await stop();
});

test('a lesson that was edited since is built anew', async () => {
  const file = join(project.folder, 'content/tutorials/hybrid/en.mdx');
  const text = readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: Edited since');
  writeFileSync(file, text);
  expect(wasBuilt(await start())).toBe(true);
  expect(lesson()).toMatch(/<h1[^>]*>Edited since/);
  await stop();
});
