import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { applyPolicy } from '../../src/comments/policy/index.ts';
import { createCommentsApp } from '../../src/comments/service/app.ts';
import { sha256 } from '../../src/comments/service/token.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { createFuzzer, type FuzzedRequest, type FuzzedRoute } from './support/fuzz-requests.ts';
import {
  bundleService,
  type KillableService,
  type RunningProcess,
} from './support/killable-service.ts';
import { sendBroken, sendFramed } from './support/raw-answers.ts';
import { startService } from './support/running-service.ts';

const REQUESTS = 100_000;
const SEED = 20_261_125;
/** Requests one behind the other on a connection, and connections at a time. */
const IN_LINE = 25;
const CONNECTIONS = 8;
const SESSION = 'x'.repeat(43);

describe(`${REQUESTS} malformed requests (seed ${SEED})`, () => {
  let folder: string;
  let bundle: KillableService;
  let service: RunningProcess;
  let store: CommentStore;
  let database: DatabaseSync;
  const statuses = new Map<number, number>();
  const faults: string[] = [];
  let unanswered = 0;
  let slowest = 0;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'strates-fuzz-'));
    bundle = await bundleService();
    service = await bundle.start({
      DATA_DIR: folder,
      PORT: '0',
      SITE_URL: 'https://strates.example',
      POW_COST: '1',
    });
    store = await openStore({ file: join(folder, 'comments.sqlite') });
    const moderator = { id: 'fuzz', name: 'Fuzz', email: 'fuzz@example.org', createdAt: 0 };
    await store.addModerator({ ...moderator, role: 'administrator', passwordHash: null });
    const routes = await routesOfService();
    const fuzzer = createFuzzer(SEED, routes, {
      cookie: `moderator=${SESSION}`,
      token: sha256(`form ${SESSION}`),
    });
    let left = REQUESTS;
    const worker = async (): Promise<void> => {
      while (left > 0) {
        const batch = Array.from({ length: Math.min(IN_LINE, left) }, fuzzer.next);
        left -= batch.length;
        await send(batch);
      }
    };
    // A fuzzed form may well end the session: it is opened anew.
    const signingIn = setInterval(() => void signIn(), 500);
    await signIn();
    await Promise.all(Array.from({ length: CONNECTIONS }, worker));
    clearInterval(signingIn);
    database = new DatabaseSync(join(folder, 'comments.sqlite'), { readOnly: true });
  }, 300_000);
  afterAll(async () => {
    database.close();
    await store.close();
    await service.kill();
    bundle.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('are each answered, with no 5xx', () => {
    const told = [...statuses].sort().map(([status, count]) => `${count} × ${status}`);
    console.log(
      `${told.join(', ')}; ${unanswered} connections closed; slowest ${Math.round(slowest)} ms`,
    );
    expect(faults).toEqual([]);
    const answered = [...statuses.values()].reduce((sum, count) => sum + count, 0);
    expect(answered + unanswered).toBe(REQUESTS);
    expect(answered).toBeGreaterThan(REQUESTS * 0.95);
    for (const status of [200, 201, 303, 400, 404, 405, 413, 415, 422])
      expect(statuses.get(status) ?? 0, `answers with ${status}`).toBeGreaterThan(0);
  });

  test('leave a service that serves', async () => {
    const answer = await fetch(`${service.base}/comments/ready`);
    expect(await answer.json()).toEqual({ status: 'ready' });
  });

  test('write no row that breaks a rule', () => {
    const rows = database.prepare('select * from comments').all();
    const wrong = rows.filter((row) => {
      const [name, email, raw] = [row['name'], row['email'], row['raw']].map(String);
      return (
        row['tutorial'] === null ||
        !/^[\w-]{22}$/.test(String(row['id'])) ||
        (row['erased_at'] === null &&
          (applyPolicy(raw ?? '').html !== row['html'] ||
            !/^[^\s@\0\r\n]+@[^\s@\0\r\n]+$/.test(email ?? '') ||
            !name?.trim() ||
            name.length > 245 ||
            /[\0\r\n]/.test(name)))
      );
    });
    expect(rows.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    const unexplained = database
      .prepare(`select id from comments where state = 'approved' and decision is null`)
      .all();
    expect(unexplained).toEqual([]);
  });

  async function signIn(): Promise<void> {
    const now = Date.now();
    const session = { tokenHash: sha256(SESSION), moderator: 'fuzz', createdAt: now };
    await store.addSession({ ...session, expiresAt: now + 3_600_000 }).catch(() => undefined);
  }

  async function send(batch: readonly FuzzedRequest[]): Promise<void> {
    const port = Number(new URL(service.base).port);
    const framed = batch.filter((request) => request.framed);
    const answers = await sendFramed(port, framed);
    const sent = framed.map((request, n) => [request, answers[n] ?? null] as const);
    for (const request of batch)
      if (!request.framed) sent.push([request, await sendBroken(port, request)]);
    for (const [request, answer] of sent) {
      if (!answer) {
        unanswered += 1;
        continue;
      }
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
      slowest = Math.max(slowest, answer.ms);
      if (answer.status >= 500 && faults.length < 10)
        faults.push(`${answer.status}\n${request.bytes.toString('latin1').slice(0, 600)}`);
    }
  }
});

/** Every route that the service has, as its own router knows them. */
async function routesOfService(): Promise<readonly FuzzedRoute[]> {
  const running = await startService();
  const { routes } = createCommentsApp(running.service);
  await running.stop();
  return routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*');
}
