import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { jobHandlers } from '../../src/comments/mail/job-handlers.ts';
import { type OutboxRunner, startOutbox } from '../../src/comments/mail/outbox-runner.ts';
import { postComment, type RunningService, startService } from './support/running-service.ts';

/** Speaks Akismet's protocol: https://akismet.com/developers/detailed-docs/comment-check/. */
class Akismet {
  readonly asked: URLSearchParams[] = [];
  /** What it says next; a number is a status. */
  says: string | number = 'false';
  readonly #server: Server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      if (request.method !== 'POST' || request.url !== '/1.1/comment-check') {
        response.writeHead(404).end();
        return;
      }
      this.asked.push(new URLSearchParams(body));
      if (typeof this.says === 'number') response.writeHead(this.says).end();
      else response.end(this.says);
    });
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `http://localhost:${(this.#server.address() as AddressInfo).port}`;
  }

  stop(): Promise<unknown> {
    this.#server.closeAllConnections();
    return new Promise((resolve) => this.#server.close(resolve));
  }
}

let akismet: Akismet;
let running: RunningService;
let runner: OutboxRunner | undefined;
beforeEach(async () => {
  akismet = new Akismet();
  running = await startService({
    env: { AKISMET_KEY: '0123456789ab', AKISMET_URL: await akismet.start() },
  });
});
afterEach(async () => {
  await runner?.stop();
  await running.stop();
  await akismet.stop();
});

const start = () => {
  const { service } = running;
  runner = startOutbox(service, jobHandlers(service, null), { lookEveryMs: 20, random: () => 0 });
};

async function post(fields: Record<string, string> = {}): Promise<string> {
  const response = await postComment(running, fields, { json: true });
  expect(response.status).toBe(201);
  return ((await response.json()) as { comment: { id: string } }).comment.id;
}

const stateOf = async (id: string) => (await running.service.store.findComment(id))?.state;
const outcomes = () =>
  running.log.flatMap((line) => {
    const { event, outcome } = JSON.parse(line) as { event: string; outcome?: string };
    return event === 'job' && outcome !== undefined ? [outcome] : [];
  });
async function jobsEnded(count: number): Promise<void> {
  while (outcomes().length < count) await wait(5);
}

describe('Akismet', () => {
  test('moves what it takes for spam, with its sign and a line of the audit', async () => {
    akismet.says = 'true';
    const id = await post({ website: 'https://a.example/' });
    expect(await stateOf(id)).toBe('pending');
    start();
    await jobsEnded(1);
    const comment = await running.service.store.findComment(id);
    expect(comment).toMatchObject({
      state: 'spam',
      signals: [{ rule: 'no-proof' }, { rule: 'akismet' }],
    });
    const { entries } = await running.service.store.auditLog({ limit: 1 });
    expect(entries[0]).toMatchObject({ act: 'marked-spam', moderator: null, comment: id });
  });

  test('gets the text, the website and the site, and nothing that tells who wrote', async () => {
    const id = await post({
      name: 'Fatou Ndiaye',
      email: 'fatou@example.org',
      website: 'a.example',
    });
    start();
    await jobsEnded(1);
    expect(await stateOf(id)).toBe('pending');
    expect(Object.fromEntries(akismet.asked[0] ?? [])).toEqual({
      api_key: '0123456789ab',
      blog: 'https://strates.example/',
      blog_charset: 'UTF-8',
      blog_lang: 'fr',
      comment_author_url: 'https://a.example/',
      comment_content: '<p>Et avec <strong>Kata</strong> ?</p>',
      comment_type: 'comment',
      permalink: 'https://strates.example/fr/tutoriels/hybride/',
      user_ip: '192.0.2.1',
    });
  });

  test('that is away delays no comment, and is asked again later', async () => {
    akismet.says = 503;
    const id = await post();
    start();
    await jobsEnded(1);
    expect(outcomes()).toEqual(['again']);
    expect(await stateOf(id)).toBe('pending');
    akismet.says = 'true';
    running.wait(86_400_000);
    await jobsEnded(2);
    expect(await stateOf(id)).toBe('spam');
  });

  test.each(['invalid', '<html>', ''])('that says %j decides nothing', async (says) => {
    akismet.says = says;
    const id = await post();
    start();
    await jobsEnded(1);
    expect(outcomes()).toEqual([says === 'invalid' ? 'failed' : 'again']);
    expect(await stateOf(id)).toBe('pending');
  });

  test('is not asked about what a moderator has decided meanwhile, nor about spam', async () => {
    const id = await post();
    await post({ subject: 'x', comment: 'Achetez' });
    const at = running.service.now();
    const act = { id: 'd', comments: [id], to: 'approved', moderator: 'ann', at } as const;
    await running.service.store.decide(act);
    start();
    await jobsEnded(1);
    expect(akismet.asked).toEqual([]);
    expect(await stateOf(id)).toBe('approved');
  });
});

test('without a key nothing is asked of anybody', async () => {
  const plain = await startService();
  await postComment(plain);
  expect(await plain.service.store.outboxState()).toMatchObject({ waiting: 0 });
  expect(Object.keys(jobHandlers(plain.service, null))).not.toContain('akismet');
  await plain.stop();
});
