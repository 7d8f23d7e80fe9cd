import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { DatabasePlace } from '../../src/comments/store/database-place.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { type Program, runProgram } from './support/program.ts';
import { GOOD, SITE } from './support/running-service.ts';

const PROCESS = new URL('support/mailing-process.ts', import.meta.url).pathname;

/** Jobs that one process has under way at the most. */
const AT_ONCE = 4;

let folder: string;
let mails: MailServer;
let processes: Program[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strates-outbox-'));
  mails = await startMailServer();
  processes = [];
});
afterEach(async () => {
  for (const { child } of processes) child.kill('SIGKILL');
  await Promise.all(processes.map(({ ended }) => ended));
  await mails.stop();
  rmSync(folder, { recursive: true, force: true });
});

/** Starts a process; resolves with it and its address once it listens. */
async function startProcess(env: Record<string, string> = {}): Promise<Program & { base: string }> {
  const program = runProgram(PROCESS, {
    env: {
      PORT: '0',
      DATA_DIR: folder,
      SITE_URL: SITE,
      COMMENTS_SECRET: 'a secret of the tests, long enough to be one',
      SMTP_URL: mails.url,
      MAIL_FROM: 'strates@strates.example',
      ...env,
    },
  });
  processes.push(program);
  const [, port] = await program.printed(/listens on (\d+)/);
  return { ...program, base: `http://localhost:${port}` };
}

async function kill(program: Program): Promise<void> {
  program.child.kill('SIGKILL');
  await program.ended;
}

async function withStore<Result>(
  place: DatabasePlace,
  use: (store: CommentStore) => Promise<Result>,
): Promise<Result> {
  const store = await openStore(place);
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}

const enqueue = (place: DatabasePlace, count: number) =>
  withStore(place, async (store) => {
    const ids = Array.from({ length: count }, (_, n) => `greeting-${n}`);
    await store.enqueue(
      ids.map((id) => ({ id, kind: 'greeting', payload: `${id}@example.org`, dueAt: Date.now() })),
    );
    return ids;
  });

const allDone = (place: DatabasePlace) =>
  withStore(place, async (store) => {
    while ((await store.outboxState()).waiting > 0) await wait(25);
    return store.outboxState();
  });

/** The jobs whose mails arrived, by Message-ID and recipient; a twin counts again. */
const arrived = () =>
  mails.mails.map(({ header, to }) => {
    const id = /^<(.+)@strates\.example>$/.exec(header('Message-ID') ?? '')?.[1] ?? '';
    expect(to).toEqual([`${id}@example.org`]);
    return id;
  });

if (POSTGRES_PROGRAMS === null)
  console.log(
    'This machine has no PostgreSQL server: one outbox of several processes did not run.',
  );

describe.runIf(POSTGRES_PROGRAMS !== null)('three processes on one PostgreSQL', () => {
  let server: Postgres;
  let url: string;

  beforeAll(async () => {
    server = await startPostgres(POSTGRES_PROGRAMS ?? '');
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    url = await server.createDatabase();
  });

  test('send every mail, and each once', async () => {
    await Promise.all([1, 2, 3].map(() => startProcess({ DATABASE_URL: url })));
    const ids = await enqueue({ url }, 150);
    await allDone({ url });
    expect(arrived().sort()).toEqual(ids.toSorted());
    const done = () => processes.flatMap(({ output }) => output().match(/"outcome":"done"/g) ?? []);
    while (done().length < ids.length) await wait(10);
    expect(done()).toHaveLength(ids.length);
  });

  test('lose none when they are killed in the middle; a twin is known by its Message-ID', async () => {
    const env = { DATABASE_URL: url, LEASE: '4000' };
    const running = await Promise.all([1, 2, 3].map(() => startProcess(env)));
    let hold = Promise.withResolvers<undefined>();
    mails.behave({ hold: hold.promise });
    const ids = await enqueue({ url }, 100);
    const KILLS = 4;
    for (let n = 0; n < KILLS; n += 1) {
      // The server has texts to which it has not said yes: somebody is in the middle.
      await mails.received(mails.mails.length + 2);
      const victim = running[n % 3];
      if (victim) await kill(victim);
      const next = Promise.withResolvers<undefined>();
      mails.behave({ hold: next.promise });
      hold.resolve(undefined);
      hold = next;
      running[n % 3] = await startProcess(env);
    }
    mails.behave({});
    hold.resolve(undefined);
    expect(await allDone({ url })).toMatchObject({ failed: 0 });
    const ours = arrived();
    expect([...new Set(ours)].sort()).toEqual(ids.toSorted());
    expect(ours.length - ids.length).toBeLessThanOrEqual(KILLS * AT_ONCE);
  });
});

describe('the service on a SQLite file', () => {
  async function post(base: string, comment: string): Promise<number> {
    const answer = await fetch(`${base}/comments/threads/hybrid`, {
      method: 'POST',
      body: new URLSearchParams({ ...GOOD, comment }),
      headers: { Origin: SITE, Accept: 'application/json' },
    });
    return answer.status;
  }

  test('killed after it took a comment, and again while it sends, mails of every one', async () => {
    const file = join(folder, 'comments.sqlite');
    await withStore({ file }, (store) =>
      store.addModerator({
        id: 'ann',
        name: 'Ann',
        email: 'ann@example.org',
        createdAt: Date.now(),
        passwordHash: '$x',
        mail: 'each',
        locale: 'en',
      }),
    );
    const first = await startProcess();
    for (let n = 1; n <= 3; n += 1) expect(await post(first.base, `numéro ${n}`)).toBe(201);
    await kill(first);
    expect(mails.mails).toHaveLength(0);

    const never = Promise.withResolvers<undefined>();
    mails.behave({ hold: never.promise });
    const second = await startProcess({ CLOCK: '16000' });
    await mails.received(1);
    await kill(second);
    never.resolve(undefined);

    mails.behave({});
    await startProcess({ CLOCK: '90000' }); // the lease of the second has run out
    const [one, twin] = await mails.received(2);
    expect(one?.header('Message-ID')).toBe(twin?.header('Message-ID'));
    for (let n = 1; n <= 3; n += 1) expect(twin?.email.text).toContain(`numéro ${n}`);
    expect(await allDone({ file })).toMatchObject({ failed: 0 });
    expect(mails.mails).toHaveLength(2);
  });
});
