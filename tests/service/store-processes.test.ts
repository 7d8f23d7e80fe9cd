import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { NOW, sampleComment } from './support/sample-comment.ts';
import type { Done, Work } from './support/store-worker.ts';

const WORKER = new URL('support/store-worker.ts', import.meta.url).pathname;
const PROCESSES = 3;

if (POSTGRES_PROGRAMS === null)
  console.log('This machine has no PostgreSQL server: several processes on one did not run.');

describe.runIf(POSTGRES_PROGRAMS !== null)('three processes on one PostgreSQL', () => {
  let server: Postgres;
  let url: string;
  let work: Work;
  let done: Done[];

  beforeAll(async () => {
    server = await startPostgres(POSTGRES_PROGRAMS ?? '');
    url = await server.createDatabase();
    work = await prepare(url);
    const workers = Array.from({ length: PROCESSES }, (_, n) => startWorker(url, n));
    await Promise.all(workers.map(({ ready }) => ready));
    done = await Promise.all(workers.map(({ run }) => run(work)));
  });
  afterAll(() => server.stop());

  test('hold a limit together', () => {
    expect(done.reduce((sum, { allowed }) => sum + allowed, 0)).toBe(work.limit);
  });

  test('take an invitation once', () => {
    expect(done.filter(({ invited }) => invited)).toHaveLength(1);
  });

  test('keep every comment that they add, once', async () => {
    const db = await openDatabase({ url });
    const kept = (await db.selectFrom('comments').select('id').execute()).map(({ id }) => id);
    await db.destroy();
    const added = done.flatMap((one) => one.added);
    expect(new Set(added).size).toBe(added.length);
    expect([...added, ...work.judged].sort()).toEqual(kept.sort());
    expect(added).toHaveLength(PROCESSES * work.own + work.shared.length);
    const refused = done.reduce((sum, one) => sum + one.refused, 0);
    expect(refused).toBe((PROCESSES - 1) * work.shared.length);
  });

  test('decide in one line: each decision starts where another ended', async () => {
    const db = await openDatabase({ url });
    const decisions = await db.selectFrom('decisions').selectAll().execute();
    const changes = await db.selectFrom('decision_changes').selectAll().execute();
    const comments = await db
      .selectFrom('comments')
      .select(['id', 'state', 'decision'])
      .where('id', 'in', work.judged)
      .execute();
    await db.destroy();
    const by = new Map(decisions.map((decision) => [decision.id, decision]));
    const stateAfter = (decision: string | null) =>
      decision === null ? 'pending' : by.get(decision)?.to_state;

    expect([...by.keys()].sort()).toEqual(done.flatMap((one) => one.decisions).sort());
    const undone = decisions.filter(({ undone_at: at }) => at !== null).map(({ id }) => id);
    expect(undone.sort()).toEqual(done.flatMap((one) => one.undone).sort());
    expect(decisions.length).toBeGreaterThan(work.rounds);
    expect(
      changes.filter((change) => change.from_state !== stateAfter(change.from_decision)),
    ).toEqual([]);
    expect(comments.filter(({ state, decision }) => state !== stateAfter(decision))).toEqual([]);
    // Two lasting decisions from one place would be two truths about one comment.
    const lasting = changes.filter((change) => !undone.includes(change.decision));
    const places = lasting.map((change) => `${change.comment} after ${change.from_decision}`);
    expect(places.filter((place, n) => places.indexOf(place) !== n)).toEqual([]);
  });
});

async function prepare(url: string): Promise<Work> {
  const store = await openStore({ url });
  const invitation = 'f'.repeat(64);
  const ann = { id: 'ann', name: 'Ann', email: 'ann@example.org', createdAt: NOW };
  await store.addModerator({ ...ann, passwordHash: null });
  await store.addInvitation({ tokenHash: invitation, moderator: 'ann', expiresAt: NOW + 1000 });
  const judged = await Promise.all(
    Array.from({ length: 25 }, async () => (await store.addComment(sampleComment())).id),
  );
  await store.close();
  const shared = Array.from({ length: 20 }, () => sampleComment().id);
  return { uses: 60, limit: 50, invitation, shared, own: 100, judged, rounds: 40 };
}

/** A process that has its own connections; `run` resolves with what it saw. */
function startWorker(url: string, n: number) {
  const child = spawn(process.execPath, [WORKER, url, String(n)], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done: ended } = await lines.next();
    if (ended) throw new Error(`process ${n} ended with ${child.exitCode}`);
    return String(value);
  };
  return {
    ready: next(),
    async run(work: Work): Promise<Done> {
      child.stdin.write(`${JSON.stringify(work)}\n`);
      return JSON.parse(await next()) as Done;
    },
  };
}
