import { createHmac } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { startServiceOutbox } from '../../src/comments/mail/service-outbox.ts';
import { jobsAfterDecision, jobsAfterPublicChange } from '../../src/comments/service/follow-ups.ts';
import type { CommentState } from '../../src/comments/store/store.ts';
import { liveSite } from '../../src/server/live-site.ts';
import { jobsEnded } from './support/jobs-ended.ts';
import { type RunningService, startService } from './support/running-service.ts';
import { sampleComment } from './support/sample-comment.ts';

const SECRET = 'a secret for the hook, long enough';
const DELAY = 30_000;

interface Call {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let folder: string;
let hook: Server;
let calls: Call[];
let status: number;
const stops: (() => Promise<void>)[] = [];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'strates-rebuild-'));
  calls = [];
  status = 204;
  hook = createServer((request, response) => {
    let body = '';
    request.on('data', (data: Buffer) => (body += data.toString()));
    request.on('end', () => {
      calls.push({ headers: request.headers, body });
      response.writeHead(status, { Location: '/elsewhere' }).end('ok');
    });
  });
  await new Promise<void>((resolve) => hook.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const stop of stops.splice(0).toReversed()) await stop();
  hook.closeAllConnections();
  await new Promise((resolve) => hook.close(resolve));
  rmSync(folder, { recursive: true, force: true });
});

const hookUrl = () => `http://127.0.0.1:${(hook.address() as AddressInfo).port}/build?key=k`;

async function start(env: Record<string, string>): Promise<RunningService> {
  const running = await startService({ env });
  stops.push(running.stop);
  const outbox = startServiceOutbox(running.service, {}, { patienceMs: 1 });
  stops.push(outbox.stop);
  return running;
}

let decisions = 0;

/** Adds a comment and moves it through `states`. */
async function decide({ service }: RunningService, ...states: CommentState[]): Promise<string> {
  const { id } = await service.store.addComment(sampleComment());
  for (const to of states)
    await service.store.decide({
      id: `d${(decisions += 1)}`,
      comments: [id],
      to,
      moderator: 'ann',
      at: service.now(),
      jobs: jobsAfterDecision(service),
    });
  return `d${decisions}`;
}

function pass(running: RunningService, ms: number): void {
  running.wait(ms);
  running.service.bell?.ring();
}

const waiting = async ({ service }: RunningService) => (await service.store.outboxState()).waiting;

describe('a rebuild follows', () => {
  test.each([
    ['an approval', ['approved'], 1],
    ['a comment that is public no more', ['approved', 'spam'], 1],
    ['nothing that was never public', ['spam', 'rejected'], 0],
  ] as const)('%s', async (_name, states, jobs) => {
    const running = await startService({ env: { REBUILD_HOOK: hookUrl() } });
    stops.push(running.stop);
    await decide(running, ...states);
    expect(await waiting(running)).toBe(jobs);
  });

  test('an approval that is undone, and a comment that its author takes back', async () => {
    const running = await startService({ env: { REBUILD_HOOK: hookUrl() } });
    stops.push(running.stop);
    const { service } = running;
    const decision = await decide(running, 'approved');
    const [job] = await service.store.claimJobs({
      kinds: ['rebuild-hook'],
      now: service.now() + DELAY,
      limit: 1,
      leaseMs: 1,
    });
    if (!job) throw new Error('no job');
    await service.store.finishJob(job, service.now());
    expect(await waiting(running)).toBe(0);
    const jobs = jobsAfterDecision(service);
    await service.store.undo({ decision, moderator: 'ann', at: service.now(), jobs });
    expect(await waiting(running)).toBe(1);
    expect(jobsAfterPublicChange(service).map(({ kind }) => kind)).toEqual(['rebuild-hook']);
  });

  test('nothing where the operator wants none', async () => {
    const running = await start({});
    await decide(running, 'approved');
    expect(await waiting(running)).toBe(0);
  });
});

describe('the hook', () => {
  test('is called once nothing has changed for a while, signed', async () => {
    const running = await start({ REBUILD_HOOK: hookUrl(), REBUILD_SECRET: SECRET });
    for (let n = 0; n < 5; n += 1) {
      await decide(running, 'approved');
      pass(running, DELAY - 1000);
    }
    expect(calls).toEqual([]);
    pass(running, 2000);
    await jobsEnded(running, 1);
    expect(calls).toHaveLength(1);
    const [{ headers, body } = { headers: {}, body: '' }] = calls;
    expect(JSON.parse(body)).toMatchObject({ type: 'comments.changed' });
    const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
    const signature = createHmac('sha256', SECRET).update(signed).digest('base64');
    expect(headers['webhook-signature']).toBe(`v1,${signature}`);
    expect(headers['content-type']).toBe('application/json');
  });

  test('is put off by changes without end for ten delays at most', async () => {
    const running = await start({ REBUILD_HOOK: hookUrl() });
    for (let n = 0; n < 12; n += 1) {
      await decide(running, 'approved');
      pass(running, DELAY - 1000);
    }
    await jobsEnded(running, 1);
    expect(calls.length).toBeGreaterThan(0);
    expect(calls[0]?.headers['webhook-signature']).toBeUndefined();
  });

  test.each([500, 404, 302])('that answers %i is called again, under the same id', async (code) => {
    const running = await start({ REBUILD_HOOK: hookUrl() });
    status = code;
    await decide(running, 'approved');
    pass(running, DELAY);
    await jobsEnded(running, 1);
    status = 200;
    pass(running, 60_000);
    await jobsEnded(running, 2);
    expect(calls).toHaveLength(2);
    expect(calls[0]?.headers['webhook-id']).toBe(calls[1]?.headers['webhook-id']);
    expect(running.log.join('\n')).toContain(`hook ${code}`);
    expect(running.log.join('\n')).not.toContain('key=k');
  });
});

describe('the command', () => {
  test('is run by a shell, without our secrets', async () => {
    const out = join(folder, 'out');
    process.env['COMMENTS_SECRET'] = 'not for a build';
    stops.push(() => Promise.resolve(void delete process.env['COMMENTS_SECRET']));
    const running = await start({
      REBUILD_COMMAND: `echo "[$COMMENTS_SECRET]" > '${out}' && echo built >> '${out}'`,
    });
    await decide(running, 'approved');
    pass(running, DELAY);
    await jobsEnded(running, 1);
    expect(readFileSync(out, 'utf8')).toBe('[]\nbuilt\n');
  });

  test('that fails is run again', async () => {
    const flag = join(folder, 'flag');
    const running = await start({ REBUILD_COMMAND: `test -e '${flag}' || exit 7` });
    await decide(running, 'approved');
    pass(running, DELAY);
    await jobsEnded(running, 1);
    expect(running.log.join('\n')).toContain('command 7');
    writeFileSync(flag, '');
    pass(running, 60_000);
    await jobsEnded(running, 2);
    expect(running.log.join('\n')).toContain('"outcome":"done"');
  });

  test('never runs twice at a time: what changes meanwhile follows', async () => {
    const lock = join(folder, 'lock');
    const clash = join(folder, 'clash');
    const go = join(folder, 'go');
    const command =
      `mkdir '${lock}' 2>/dev/null || touch '${clash}'; ` +
      `while ! test -e '${go}'; do sleep 0.02; done; rmdir '${lock}'`;
    const running = await start({ REBUILD_COMMAND: command });
    await decide(running, 'approved');
    pass(running, DELAY);
    while (!existsSync(lock)) await wait(5);
    await decide(running, 'approved');
    await decide(running, 'approved');
    pass(running, DELAY);
    writeFileSync(go, '');
    await jobsEnded(running, 1);
    pass(running, DELAY);
    await jobsEnded(running, 2);
    expect(existsSync(clash)).toBe(false);
    expect(await waiting(running)).toBe(0);
  });

  test('ends with the service, and what it started with it', async () => {
    const [started, survived] = [join(folder, 'started'), join(folder, 'survived')];
    const running = await startService({
      env: {
        REBUILD_COMMAND: `(trap 'exit 0' TERM; touch '${started}'; sleep 30 & wait; touch '${survived}')`,
      },
    });
    stops.push(running.stop);
    const outbox = startServiceOutbox(running.service, {}, { patienceMs: 1 });
    await decide(running, 'approved');
    pass(running, DELAY);
    while (!existsSync(started)) await wait(5);
    await outbox.stop();
    expect(existsSync(survived)).toBe(false);
    expect(running.log.join('\n')).toContain('"outcome":"again"');
    expect(await waiting(running)).toBe(1);
  });
});

describe('a site that is built anew while it is served', () => {
  test('is served whole from memory, before and after', async () => {
    const page = join(folder, 'index.html');
    writeFileSync(page, '<p>before</p>');
    const site = liveSite(folder);
    const body = async () => (await site.fetch(new Request('http://site/'))).text();
    expect(await body()).toBe('<p>before</p>');
    rmSync(page);
    expect(await body()).toBe('<p>before</p>');
    writeFileSync(page, '<p>after</p>');
    site.reload();
    expect(await body()).toBe('<p>after</p>');
  });
});
