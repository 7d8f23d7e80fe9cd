import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import { headersFor, parseHeaderRules } from '../../src/server/header-rules.ts';
import { freePort } from '../support/free-port.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { findNginx, type Nginx, startNginx } from '../support/nginx.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { signedInModerator } from './support/moderator-client.ts';
import { type Acknowledged, postUntil } from './support/poster.ts';
import { type Program, runProgram } from './support/program.ts';
import { GOOD } from './support/running-service.ts';

const NGINX = findNginx();
const PROCESSES = [0, 1, 2];
/** One process dies this often, another each time. */
const KILL_EVERY = 1500;
const KILLS = 6;

if (NGINX === null || POSTGRES_PROGRAMS === null)
  console.log(
    `Several processes behind a proxy did not run: this machine has ${NGINX ?? 'no nginx'} ` +
      `and ${POSTGRES_PROGRAMS === null ? 'no' : 'a'} PostgreSQL server.`,
  );

describe.runIf(NGINX && POSTGRES_PROGRAMS)('three processes on one PostgreSQL behind nginx', () => {
  let postgres: Postgres;
  let url: string;
  let mails: MailServer;
  let nginx: Nginx;
  let root: string;
  let ports: number[];
  let env: Record<string, string>;
  const programs: Program[] = [];

  beforeAll(async () => {
    console.log(`${NGINX ?? ''} in front of PostgreSQL of ${POSTGRES_PROGRAMS ?? ''}`);
    [postgres, mails] = await Promise.all([
      startPostgres(POSTGRES_PROGRAMS ?? ''),
      startMailServer(),
    ]);
    url = await postgres.createDatabase();
    root = siteFolder();
    const port = await freePort();
    ports = await Promise.all(PROCESSES.map(() => freePort()));
    env = {
      DATABASE_URL: url,
      COMMENTS_SECRET: 'a secret of the tests, long enough to be one',
      SITE_URL: `http://localhost:${port}`,
      COMMENTS_URL: `http://localhost:${port}`,
      DATA_DIR: join(root, '..', 'data'),
      SMTP_URL: mails.url,
      MAIL_FROM: 'Strates <strates@example.org>',
      METRICS_TOKEN: 'a-token-of-the-tests-not-short',
      TRUST_PROXY: '1',
    };
    nginx = await startNginx({ version: NGINX ?? '', root, upstreams: ports, port });
    await Promise.all(PROCESSES.map(startProcess));
  });
  afterAll(async () => {
    for (const { child } of programs) child.kill('SIGKILL');
    await Promise.all(programs.map(({ ended }) => ended));
    await nginx.stop();
    await Promise.all([postgres.stop(), mails.stop()]);
    rmSync(join(root, '..'), { recursive: true, force: true });
  });

  async function startProcess(n: number): Promise<void> {
    const program = runProgram('src/comments/service/main.ts', {
      env: { ...env, PORT: String(ports[n]) },
    });
    programs[n] = program;
    await program.printed(/http:\/\/localhost/);
  }

  async function kill(n: number): Promise<void> {
    programs[n]?.child.kill('SIGKILL');
    await programs[n]?.ended;
  }

  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(nginx.base + path, { redirect: 'manual', ...init });

  test('files come with the headers of _headers, and the right 404 page', async () => {
    const page = await get('/fr/');
    expect([page.status, await page.text()]).toEqual([200, 'accueil']);
    const expected = {
      'content-security-policy': "frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'strict-origin-when-cross-origin',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-resource-policy': 'same-origin',
      'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
      'strict-transport-security': 'max-age=31536000',
      'cache-control': 'public, max-age=0, must-revalidate',
    };
    expect(Object.fromEntries(page.headers)).toMatchObject(expected);
    const asset = await get('/_astro/page.abc.js');
    expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    const missing = await get('/en/nothing/');
    expect([missing.status, await missing.text()]).toEqual([404, 'not found']);
    expect(missing.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await get('/fr')).headers.get('location')).toBe('/fr/');
    expect((await get('/_headers')).status).toBe(404);
  });

  test('the example says what public/_headers says', async () => {
    const rules = parseHeaderRules(readFileSync('public/_headers', 'utf8'));
    for (const path of ['/fr/', '/_astro/page.abc.js']) {
      const { headers } = await get(path);
      const wanted = Object.entries(headersFor(rules, path));
      expect(wanted.length).toBeGreaterThan(5);
      for (const [name, value] of wanted) expect(headers.get(name), name).toBe(value);
    }
  });

  test('limits hold across processes, whatever a visitor says of where it comes from', async () => {
    const answers = [];
    for (let n = 0; n < 9; n += 1) {
      const answer = await get('/comments/threads/hybrid', {
        method: 'POST',
        headers: { Accept: 'application/json', 'X-Forwarded-For': `203.0.113.${n}` },
        body: new URLSearchParams({ ...GOOD, comment: `Number ${n}`, email: `n${n}@example.org` }),
      });
      answers.push(answer.status);
    }
    expect(answers).toEqual([201, 201, 201, 201, 201, 201, 429, 429, 429]);
  });

  test('the metrics are not for the outside, and the log keeps no address and no path', async () => {
    const answer = await get('/comments/metrics', {
      headers: { Authorization: 'Bearer a-token-of-the-tests-not-short' },
    });
    expect(answer.status).toBe(404);
    await get('/comments/receipts/a-secret-in-a-path');
    const log = nginx.accessLog();
    expect(log).toMatch(/GET 200/);
    expect(log).not.toMatch(/127\.0\.0\.1|::1|receipts|secret/);
  });

  test('a form that is too large is refused before it reaches the service', async () => {
    const body = new URLSearchParams({ ...GOOD, comment: 'a'.repeat(300_000) });
    const answer = await get('/comments/threads/hybrid', { method: 'POST', body });
    expect(answer.status).toBe(413);
  });

  test(
    'one of them dies every few seconds under load: what was acknowledged is there, once',
    { timeout: 180_000 },
    async () => {
      // A further proxy stands in front of nginx, as it were: each poster comes from elsewhere.
      await Promise.all(PROCESSES.map(kill));
      env = { ...env, TRUST_PROXY: '2' };
      await Promise.all(PROCESSES.map(startProcess));
      const store = await openStore({ url });
      const moderator = await signedInModerator({
        base: nginx.base,
        fetch: get,
        service: { store, now: Date.now },
      });
      const token = await moderator.token();
      const acknowledged: Acknowledged = new Map();
      const decided: string[] = [];
      const stop = new AbortController();
      const deciding = (async () => {
        while (!stop.signal.aborted) {
          const ids = [...acknowledged.keys()].slice(-4);
          const body = new URLSearchParams({ token, act: 'approved' });
          for (const id of ids) body.append('comment', id);
          try {
            const answer = await get('/moderation/en/decisions', {
              method: 'POST',
              headers: { Cookie: moderator.cookie, Origin: nginx.base },
              body,
            });
            const location = answer.headers.get('location');
            const id = location && new URL(location, nginx.base).searchParams.get('done');
            if (id) decided.push(id);
          } catch {
            // Its process died: the journal says whether it was done.
          }
          await wait(20);
        }
      })();
      const posting = [1, 2, 3, 4].map(() =>
        postUntil(stop.signal, () => nginx.base, acknowledged),
      );
      for (let n = 0; n < KILLS; n += 1) {
        await wait(KILL_EVERY);
        await kill(n % PROCESSES.length);
        await startProcess(n % PROCESSES.length);
      }
      stop.abort();
      await Promise.all([...posting, deciding]);
      await store.close();

      const db = await openDatabase({ url });
      const kept = await db.selectFrom('comments').select(['id', 'raw', 'html']).execute();
      const textOf = new Map(kept.map(({ id, raw }) => [id, raw]));
      expect(acknowledged.size).toBeGreaterThan(KILLS * 5);
      expect([...acknowledged].filter(([id, text]) => textOf.get(id) !== text)).toEqual([]);
      const texts = kept.map(({ raw }) => raw);
      expect(texts.filter((text, n) => texts.indexOf(text) !== n)).toEqual([]);
      const decisions = await db.selectFrom('decisions').select('id').execute();
      const journal = new Set(decisions.map(({ id }) => id));
      expect(decided.length).toBeGreaterThan(KILLS);
      expect(decided.filter((id) => !journal.has(id))).toEqual([]);
      const half = await db
        .selectFrom('decisions')
        .leftJoin('decision_changes', 'decision_changes.decision', 'decisions.id')
        .leftJoin('comments', 'comments.id', 'decision_changes.comment')
        .select(['decisions.id', 'comments.state', 'comments.decision'])
        .execute();
      expect(
        half.filter(({ id, state, decision }) => state !== 'approved' || decision !== id),
      ).toEqual([]);
      await db.destroy();
      console.log(
        `${acknowledged.size} comments and ${decided.length} decisions acknowledged, ` +
          `${KILLS} processes killed`,
      );
    },
  );
});

/** A built site in small: what nginx must tell apart. */
function siteFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'strates-proxied-'));
  // nginx reads it as another user, where root starts it.
  chmodSync(folder, 0o755);
  const root = join(folder, 'dist');
  for (const folder of ['fr', 'en', '_astro']) mkdirSync(join(root, folder), { recursive: true });
  cpSync('public/_headers', join(root, '_headers'));
  writeFileSync(join(root, 'fr/index.html'), 'accueil');
  writeFileSync(join(root, 'fr/404.html'), 'introuvable');
  writeFileSync(join(root, 'en/404.html'), 'not found');
  writeFileSync(join(root, '404.html'), 'neither');
  writeFileSync(join(root, '_astro/page.abc.js'), '0;');
  return root;
}
