import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../src/comments/store/open-store.ts';
import { type Program, runProgram } from './support/program.ts';
import { GOOD } from './support/running-service.ts';

const COMMENTS = 'src/comments/service/main.ts';
const MODERATOR = 'src/comments/service/moderator.ts';

let dataDir: string;
let programs: Program[];
beforeEach(() => {
  dataDir = join(mkdtempSync(join(tmpdir(), 'strates-')), 'data');
  programs = [];
});
afterEach(async () => {
  for (const { child } of programs) child.kill('SIGKILL');
  await Promise.all(programs.map(({ ended }) => ended));
  rmSync(join(dataDir, '..'), { recursive: true, force: true });
});

const start = (file: string, env: Record<string, string> = {}, args: string[] = []): Program => {
  const program = runProgram(file, { args, env: { DATA_DIR: dataDir, PORT: '0', ...env } });
  programs.push(program);
  return program;
};

const baseOf = async (program: Program) =>
  (await program.printed(/on (http:\/\/localhost:\d+)\//))[1] ?? '';

const post = (base: string, fields = {}) =>
  fetch(`${base}/comments/threads/hybrid`, {
    method: 'POST',
    body: new URLSearchParams({ ...GOOD, ...fields }),
    redirect: 'manual',
  });

test('the service says where it listens, where the data is and how the first moderator signs in', async () => {
  const program = start(COMMENTS);
  const base = await baseOf(program);
  const [, link = ''] = await program.printed(
    /\n {2}(http:\S+\/moderation\/invitation\/[\w-]{43})\n/,
  );
  expect(link.startsWith(base)).toBe(true);
  expect(program.output()).toContain(`Data in ${dataDir}`);
  expect((await fetch(link)).status).toBe(200);
  for (const file of ['comments.sqlite', 'secret'])
    expect(statSync(join(dataDir, file)).mode & 0o077, file).toBe(0);
});

test.each(['SIGINT', 'SIGTERM'] as const)(
  '%s: it ends well, and what it took is there',
  async (signal) => {
    const program = start(COMMENTS);
    const base = await baseOf(program);
    expect((await post(base, { comment: `before ${signal}` })).status).toBe(303);
    program.child.kill(signal);
    expect(await program.ended).toBe(0);
    expect(program.output().trimEnd().split('\n').at(-1)).toContain('"event":"stopped"');
    const store = await openStore({ file: join(dataDir, 'comments.sqlite') });
    const { comments } = await store.queue({ state: 'pending', limit: 5 });
    await store.close();
    expect(comments.map(({ raw }) => raw)).toEqual([`before ${signal}`]);
  },
);

test('two processes that serve one site take a comment that reaches both once', async () => {
  const bases = await Promise.all([start(COMMENTS), start(COMMENTS)].map(baseOf));
  const answers = await Promise.all([...bases, ...bases].map((base) => post(base)));
  expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303]);
  expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
  const store = await openStore({ file: join(dataDir, 'comments.sqlite') });
  expect((await store.countByState()).pending).toBe(1);
  await store.close();
});

test('a request that is under way when it is asked to stop is answered', async () => {
  const program = start(COMMENTS);
  const base = await baseOf(program);
  const body = new URLSearchParams({ ...GOOD, comment: 'half way' }).toString();
  const answered = new Promise<number | undefined>((resolve, reject) => {
    const sending = request(`${base}/comments/threads/hybrid`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/x-www-form-urlencoded',
        'Content-Length': body.length,
        Connection: 'close',
      },
    });
    sending.on('response', (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    sending.on('error', reject);
    sending.write(body.slice(0, 20), () => {
      // The server has seen the headers by the time it answers another request.
      void fetch(`${base}/comments/health`).then(() => {
        program.child.kill('SIGTERM');
        setTimeout(() => sending.end(body.slice(20)), 300);
      });
    });
  });
  expect(await answered).toBe(303);
  expect(await program.ended).toBe(0);
});

test('a wrong variable stops it before anything is opened', async () => {
  const program = start(COMMENTS, { PORT: 'eighty', SITE_URL: 'strates.example' });
  expect(await program.ended).toBe(1);
  expect(program.output()).toMatch(/^Wrong configuration:\n {2}PORT="eighty": must be/);
  expect(program.output()).toContain('SITE_URL="strates.example"');
  expect(program.output()).not.toContain('    at ');
  expect(existsSync(dataDir)).toBe(false);
});

test('a port that is taken is said in a line', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => other.once('listening', resolve));
  const { port } = other.address() as AddressInfo;
  const program = start(COMMENTS, { PORT: String(port) });
  expect(await program.ended).toBe(1);
  other.close();
  expect(program.output()).toContain(`127.0.0.1:${port} is in use.`);
  expect(program.output()).not.toContain('    at ');
});

test('a moderator is invited while the service runs, and then nobody is the first any more', async () => {
  const service = start(COMMENTS);
  const base = await baseOf(service);
  const command = start(MODERATOR, { COMMENTS_URL: base }, ['add', 'Bob', 'bob@example.org']);
  const [, link = ''] = await command.printed(/(http:\S+)/);
  expect(await command.ended).toBe(0);
  expect(await (await fetch(link)).text()).toContain('bob@example.org');
  service.child.kill('SIGTERM');
  await service.ended;
  const again = start(COMMENTS);
  await again.printed(/Moderators sign in at http:\/\/localhost:\d+\/moderation\//);
  expect(again.output()).not.toContain('Nobody moderates');
});

test('the operator looks after the team by command', async () => {
  const run = async (...args: string[]) => {
    const command = start(MODERATOR, {}, args);
    return [await command.ended, command.output().trimEnd()] as const;
  };
  const [ann, bob] = ['ann@example.org', 'bob@example.org'];
  expect((await run('add', 'Ann', ann))[0]).toBe(0);
  expect((await run('add', 'Bob', bob))[0]).toBe(0);
  expect(await run('list')).toEqual([
    0,
    `Ann <${ann}>, administrator, no password yet\nBob <${bob}>, moderator, no password yet`,
  ]);
  expect(await run('disable', ann)).toEqual([
    1,
    'Ann is the last administrator. Make somebody else one first.',
  ]);
  expect(await run('role', bob, 'administrator')).toEqual([0, 'Bob is an administrator now.']);
  expect(await run('disable', 'ANN@example.org')).toEqual([
    0,
    'Ann is disabled, and signed out everywhere.',
  ]);
  expect(await run('add', 'Ann', ann)).toEqual([
    1,
    `Ann is disabled. First: npm run moderator -- enable ${ann}`,
  ]);
  expect((await run('enable', ann))[0]).toBe(0);
  expect((await run('reset-factors', ann))[0]).toBe(0);
  expect(await run('enable', 'eve@example.org')).toEqual([
    1,
    'Nobody moderates under eve@example.org.',
  ]);
  const store = await openStore({ file: join(dataDir, 'comments.sqlite') });
  const { entries } = await store.auditLog({ limit: 20 });
  await store.close();
  expect(entries.map(({ act }) => act)).toEqual([
    'factors-reset',
    'enabled',
    'disabled',
    'role-changed',
    'invited',
    'invited',
  ]);
  expect(entries.every(({ moderator }) => moderator === null)).toBe(true);
});

test.each([
  [[]],
  [['add']],
  [['add', 'Bob']],
  [['add', 'Bob', 'nowhere']],
  [['add', 'Bob', 'b@example.org', '--root']],
  [['remove', 'Bob', 'b@example.org']],
  [['list', 'all']],
  [['role', 'b@example.org', 'king']],
  [['disable']],
  [['toString']],
])('npm run moderator %o explains itself', async (args) => {
  const command = start(MODERATOR, {}, args);
  expect(await command.ended).toBe(2);
  expect(command.output()).toContain('Usage: npm run moderator -- add NAME ADDRESS');
});

test('npm start wants one address for both', async () => {
  const program = start('src/server/start.ts', { COMMENTS_URL: 'https://comments.example' });
  expect(await program.ended).toBe(1);
  expect(program.output()).toContain('npm start serves the site and the comments at one address');
});
