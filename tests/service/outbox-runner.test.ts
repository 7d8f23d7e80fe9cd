import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { JobError } from '../../src/comments/mail/job-error.ts';
import { type JobHandler, mailHandler } from '../../src/comments/mail/job-handler.ts';
import { createMailer } from '../../src/comments/mail/mailer.ts';
import { readSmtpUrl } from '../../src/comments/mail/mail-settings.ts';
import {
  type OutboxRunner,
  type RunnerOptions,
  startOutbox,
} from '../../src/comments/mail/outbox-runner.ts';
import { MOST_FAILURES, retryDelay } from '../../src/comments/mail/retry-delay.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import type { NewJob } from '../../src/comments/store/outbox-store.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { type RunningService, startService } from './support/running-service.ts';

let running: RunningService;
const runners: OutboxRunner[] = [];

beforeEach(async () => {
  running = await startService();
});
afterEach(async () => {
  await Promise.all(runners.splice(0).map((runner) => runner.stop()));
  await running.stop();
});

function run(handlers: Record<string, JobHandler>, options: RunnerOptions = {}): OutboxRunner {
  const runner = startOutbox(running.service, handlers, {
    lookEveryMs: 60_000,
    random: () => 0.5,
    ...options,
  });
  runners.push(runner);
  return runner;
}

async function enqueue(changes: Partial<NewJob> = {}): Promise<void> {
  const { store, now, bell } = running.service;
  await store.enqueue([{ kind: 'work', payload: {}, dueAt: now(), ...changes }]);
  bell?.ring();
}

/** Outcomes of jobs as the log tells them. */
const outcomes = (): string[] =>
  running.log
    .map((line) => JSON.parse(line) as { event: string; outcome?: string })
    .flatMap(({ event, outcome }) => (event === 'job' && outcome ? [outcome] : []));

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(5);
}

const ended = (count: number) => until(() => outcomes().length >= count);

describe('the runner', () => {
  test('does a job when the bell rings, and says so without what it holds', async () => {
    const seen: unknown[] = [];
    run({ work: ({ job }) => Promise.resolve(void seen.push(job.payload)) });
    await enqueue({ payload: { to: 'zoe@example.org' }, subject: 'zoe@example.org' });
    await ended(1);
    expect(seen).toEqual([{ to: 'zoe@example.org' }]);
    expect(outcomes()).toEqual(['done']);
    expect(running.log.join('\n')).not.toContain('zoe');
    expect(await running.service.store.nextJobAt(['work'])).toBeNull();
  });

  test('finds jobs that others added, and those that fall due, without a bell', async () => {
    const { store, now } = running.service;
    await store.enqueue([{ kind: 'work', payload: 1, dueAt: now() }]);
    run({ work: () => Promise.resolve(undefined) }, { lookEveryMs: 10 });
    await ended(1);
    await store.enqueue([{ kind: 'work', payload: 2, dueAt: now() + 40 }]);
    await ended(2);
    expect(outcomes()).toEqual(['done', 'done']);
  });

  test('leaves jobs of other kinds alone', async () => {
    run({ work: () => Promise.resolve(undefined) });
    await enqueue({ kind: 'other' });
    await enqueue();
    await ended(1);
    expect(await running.service.store.nextJobAt(['other'])).not.toBeNull();
  });

  test('does some at a time and never more', async () => {
    let now = 0;
    let most = 0;
    const work: JobHandler = async () => {
      now += 1;
      most = Math.max(most, now);
      await wait(5);
      now -= 1;
      return undefined;
    };
    run({ work }, { atOnce: 3 });
    for (let n = 0; n < 12; n += 1) await enqueue();
    await ended(12);
    expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(1);
  });

  test('tries again, later each time, and gives up in the end', async () => {
    const at: number[] = [];
    const work: JobHandler = ({ service }) => {
      at.push(service.now());
      return Promise.reject(new JobError('smtp 451 RCPT TO'));
    };
    run({ work });
    await enqueue();
    for (let n = 1; n < MOST_FAILURES; n += 1) {
      await ended(n);
      running.wait(7 * 3_600_000);
      running.service.bell?.ring();
    }
    await ended(MOST_FAILURES);
    expect(outcomes()).toEqual([...Array<string>(MOST_FAILURES - 1).fill('again'), 'failed']);
    expect(await running.service.store.outboxState()).toMatchObject({ waiting: 0, failed: 1 });
    expect(running.log.filter((line) => line.includes('smtp 451 RCPT TO'))).toHaveLength(
      MOST_FAILURES,
    );
  });

  test('holds nothing against a job with which processes died, or that was not yet to be done', async () => {
    const { store, now } = running.service;
    await enqueue();
    for (let n = 0; n < MOST_FAILURES; n += 1) {
      const ask = { kinds: ['work'], now: now(), limit: 1, leaseMs: 1000 };
      const [job] = await store.claimJobs(ask);
      if (!job) throw new Error('The job is not there to be taken.');
      // Every second process dies, and the lease runs out.
      if (n % 2) await store.retryJob(job, { dueAt: now(), error: null });
      else running.wait(1000);
    }
    const before = now();
    run({ work: () => Promise.reject(new JobError('smtp 451 RCPT TO')) });
    await ended(1);
    expect(outcomes()).toEqual(['again']);
    const next = (await store.nextJobAt(['work'])) ?? 0;
    expect(next - before).toBeGreaterThanOrEqual(retryDelay(1, 0));
    expect(next - now()).toBeLessThanOrEqual(retryDelay(1, 1));
  });

  test('waits as long as it should before it tries again', async () => {
    run({ work: () => Promise.reject(new Error('zoe@example.org is not there')) });
    const before = running.service.now();
    await enqueue();
    await ended(1);
    const next = (await running.service.store.nextJobAt(['work'])) ?? 0;
    expect(next - before).toBeGreaterThanOrEqual(30_000);
    expect(next - running.service.now()).toBeLessThanOrEqual(30_000);
    // A message of somebody else's may quote anything.
    expect(running.log.join('\n')).not.toContain('zoe');
  });

  test('goes on when the database was away', async () => {
    const { service } = running;
    let away = true;
    const store: CommentStore = {
      ...service.store,
      claimJobs: (ask) => (away ? Promise.reject(new Error('away')) : service.store.claimJobs(ask)),
    };
    const work: JobHandler = () => Promise.resolve(undefined);
    runners.push(startOutbox({ ...service, store }, { work }, { lookEveryMs: 10 }));
    await enqueue();
    await until(() => running.log.filter((line) => line.includes('outbox-away')).length > 2);
    away = false;
    await ended(1);
    expect(outcomes()).toEqual(['done']);
  });

  test('gives up at once what can never be done', async () => {
    run({ work: () => Promise.reject(new JobError('refused', { permanent: true })) });
    await enqueue();
    await ended(1);
    expect(outcomes()).toEqual(['failed']);
  });

  test('comes back to a job when its handler says so', async () => {
    let first = true;
    const work: JobHandler = ({ service }) => {
      const again = first ? service.now() + 1000 : undefined;
      first = false;
      return Promise.resolve(again);
    };
    run({ work });
    await enqueue();
    await ended(1);
    running.wait(1000);
    running.service.bell?.ring();
    await ended(2);
    expect(outcomes()).toEqual(['again', 'done']);
  });

  test('holds the lease of a job that takes long', async () => {
    const started = Promise.withResolvers<undefined>();
    const release = Promise.withResolvers<undefined>();
    const work: JobHandler = async () => {
      started.resolve(undefined);
      await release.promise;
      return undefined;
    };
    run({ work }, { leaseMs: 300 });
    await enqueue();
    await started.promise;
    const first = await running.service.store.nextJobAt(['work']);
    await until(async () => (await running.service.store.nextJobAt(['work'])) !== first);
    release.resolve(undefined);
    await ended(1);
    expect(outcomes()).toEqual(['done']);
  });

  test('breaks off a job that another process has taken', async () => {
    const started = Promise.withResolvers<undefined>();
    const broken = Promise.withResolvers<boolean>();
    const work: JobHandler = ({ signal }) =>
      new Promise((_resolve, reject) => {
        started.resolve(undefined);
        signal.addEventListener('abort', () => {
          broken.resolve(true);
          reject(new Error('aborted'));
        });
      });
    run({ work }, { leaseMs: 90 });
    await enqueue();
    const { store, now } = running.service;
    await started.promise;
    // Another process, whose clock is far ahead.
    const ask = { kinds: ['work'], now: now() + 600_000, limit: 1, leaseMs: 600_000 };
    expect(await store.claimJobs(ask)).toHaveLength(1);
    expect(await broken.promise).toBe(true);
    await ended(1);
    expect(outcomes()).toEqual(['lost']);
  });

  test('stops when what is under way is done, and takes nothing more', async () => {
    const started = Promise.withResolvers<undefined>();
    const release = Promise.withResolvers<undefined>();
    const work: JobHandler = async () => {
      started.resolve(undefined);
      await release.promise;
      return undefined;
    };
    const runner = run({ work }, { atOnce: 1 });
    await enqueue();
    await started.promise;
    await enqueue();
    const stopped = runner.stop();
    release.resolve(undefined);
    await stopped;
    expect(outcomes()).toEqual(['done']);
    expect(await running.service.store.outboxState()).toMatchObject({ waiting: 1 });
  });

  test('breaks off what does not end when it is asked to stop', async () => {
    const started = Promise.withResolvers<undefined>();
    const work: JobHandler = ({ signal }) =>
      new Promise((_resolve, reject) => {
        started.resolve(undefined);
        signal.addEventListener('abort', () => {
          reject(new Error('aborted'));
        });
      });
    const runner = run({ work }, { patienceMs: 1 });
    await enqueue();
    await started.promise;
    await runner.stop();
    expect(outcomes()).toEqual(['again']);
  });
});

describe('the outbox and a mail server', () => {
  let server: MailServer;
  const [from, locale] = [{ name: 'Strates', address: 'strates@strates.example' }, 'en'] as const;

  beforeEach(async () => {
    server = await startMailServer();
  });
  afterEach(() => server.stop());

  function sendTo(url: string): void {
    const smtp = readSmtpUrl(url);
    if (!smtp) throw new Error('wrong URL');
    const mailer = createMailer({ smtp, from });
    const work = mailHandler(mailer, ({ job }) =>
      Promise.resolve({ to: String(job.payload), locale, subject: 'Hello', blocks: [] }),
    );
    const runner = run({ work });
    runners.push({
      stop: async () => {
        await runner.stop();
        mailer.close();
      },
    });
  }

  test('a refusal for now is tried again with the same Message-ID', async () => {
    let refusals = 0;
    server.behave({ refuse: () => ((refusals += 1) <= 2 ? 451 : null) });
    sendTo(server.url);
    await enqueue({ id: 'greeting', payload: 'zoe@example.org' });
    for (const n of [1, 2]) {
      await ended(n);
      running.wait(200_000);
      running.service.bell?.ring();
    }
    await ended(3);
    expect(outcomes()).toEqual(['again', 'again', 'done']);
    expect(server.mails.map(({ header }) => header('Message-ID'))).toEqual([
      '<greeting@strates.example>',
    ]);
  });

  test('a refusal for good ends it, and others go on', async () => {
    server.behave({ refuse: (address) => (address.startsWith('gone') ? 550 : null) });
    sendTo(server.url);
    await enqueue({ payload: 'gone@example.org' });
    await enqueue({ payload: 'zoe@example.org' });
    await ended(2);
    expect(outcomes().sort()).toEqual(['done', 'failed']);
    expect(server.mails.map(({ to }) => to)).toEqual([['zoe@example.org']]);
    expect(running.log.join('\n')).not.toContain('example.org');
  });

  test('a server that was away gets everything when it is back', async () => {
    await server.stop();
    sendTo(server.url);
    for (let n = 0; n < 5; n += 1) await enqueue({ payload: `n${n}@example.org` });
    await ended(5);
    expect(outcomes()).toEqual(Array(5).fill('again'));
    server = await startMailServer(server.port);
    running.wait(60_000);
    running.service.bell?.ring();
    await ended(10);
    const to = server.mails.flatMap((mail) => mail.to).sort();
    expect(to).toEqual([0, 1, 2, 3, 4].map((n) => `n${n}@example.org`));
  });
});
