import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/comments/store/open-store.ts';
import { type MailServer, startMailServer } from '../support/mail-server.ts';
import { signedInModerator } from './support/moderator-client.ts';
import { bundleService, type KillableService } from './support/killable-service.ts';
import { type Acknowledged, postUntil } from './support/poster.ts';

/** `npm run bench -- kills` does it two hundred times. */
const KILLS = Number(process.env['KILLS'] ?? 30);

interface Decided {
  readonly id: string;
  readonly comment: string;
}

describe(`${KILLS} times kill -9 in the middle of postings, decisions and mails`, () => {
  let folder: string;
  let bundle: KillableService;
  let mails: MailServer;
  const acknowledged: Acknowledged = new Map();
  const decided: Decided[] = [];
  let tried = 0;
  let database: DatabaseSync;

  beforeAll(
    async () => {
      folder = mkdtempSync(join(tmpdir(), 'strates-kill-'));
      bundle = await bundleService();
      mails = await startMailServer();
      await killAgainAndAgain();
      database = new DatabaseSync(join(folder, 'comments.sqlite'));
    },
    60_000 + KILLS * 4_000,
  );
  afterAll(async () => {
    database.close();
    await mails.stop();
    bundle.remove();
    rmSync(folder, { recursive: true, force: true });
  });

  test('leave every acknowledged comment, once, and nothing half there', () => {
    const kept = database.prepare('select id, raw, html, state, email from comments').all();
    const textOf = new Map(kept.map(({ id, raw }) => [id, raw]));
    expect(acknowledged.size).toBeGreaterThan(KILLS);
    expect([...acknowledged].filter(([id, text]) => textOf.get(id) !== text)).toEqual([]);
    const texts = kept.map(({ raw }) => raw);
    expect(new Set(texts).size).toBe(texts.length);
    expect(kept.filter(({ raw, html }) => html !== `<p>${String(raw)}</p>`)).toEqual([]);
    expect(database.prepare('pragma integrity_check').get()).toEqual({ integrity_check: 'ok' });
    expect(database.prepare('pragma foreign_key_check').all()).toEqual([]);
    console.log(
      `${acknowledged.size} comments acknowledged, ${kept.length} kept; ` +
        `${decided.length} decisions acknowledged; ${mails.mails.length} mails`,
    );
  });

  test('leave every acknowledged decision with what it changed, and no other half done', () => {
    const changes = database
      .prepare(
        `select d.id, c.comment, c.from_state, m.state, m.decision from decisions d
         left join decision_changes c on c.decision = d.id
         left join comments m on m.id = c.comment`,
      )
      .all();
    expect(decided.length).toBeGreaterThan(KILLS / 5);
    const byId = new Map(changes.map((change) => [change['id'], change]));
    for (const { id, comment } of decided) expect(byId.get(id)?.['comment']).toBe(comment);
    // Each comment is decided once here: what the journal says is what stands.
    const half = changes.filter(
      ({ id, comment, from_state: from, state, decision }) =>
        comment === null || from !== 'pending' || state !== 'approved' || decision !== id,
    );
    expect(half).toEqual([]);
    const unexplained = database
      .prepare(`select id from comments where state = 'approved' and decision is null`)
      .all();
    expect(unexplained).toEqual([]);
  });

  test('leave nothing undone in the outbox, and mail each moderator of what waits', () => {
    const overdue = 'select kind, error from outbox where done_at is null and due_at <= ?';
    const open = database.prepare(overdue).all(Date.now());
    expect(open).toEqual([]);
    expect(mails.mails.length).toBeGreaterThan(0);
    const waiting = database.prepare(`select count(*) as n from comments where state = 'pending'`);
    expect(Number(waiting.get()?.['n'])).toBeGreaterThan(0);
  });

  async function killAgainAndAgain(): Promise<void> {
    const env = {
      DATA_DIR: folder,
      PORT: '0',
      SITE_URL: 'https://strates.example',
      COMMENTS_SECRET: 'a secret of the tests, long enough to be one',
      SMTP_URL: mails.url,
      MAIL_FROM: 'Strates <strates@example.org>',
      POW_COST: '1',
      TRUST_PROXY: '1',
    };
    let service = await bundle.start(env);
    const store = await openStore({ file: join(folder, 'comments.sqlite') });
    const moderator = await signedInModerator({
      fetch: (path: string, init?: RequestInit) =>
        fetch(service.base + path, { redirect: 'manual', ...init }),
      get base() {
        return service.base;
      },
      service: { store, now: Date.now },
    });
    const token = await moderator.token();
    await store.close();
    mailAtOnce();
    for (let kill = 0; kill < KILLS; kill += 1) {
      const stop = new AbortController();
      const base = service.base;
      const posting = [1, 2, 3].map(() => postUntil(stop.signal, () => base, acknowledged));
      const deciding = decideUntil(stop.signal, base, moderator, token);
      const enough = acknowledged.size + 3;
      while (acknowledged.size < enough) await wait(2);
      await wait((kill * 7) % 40);
      await service.kill();
      stop.abort();
      await Promise.all([...posting, deciding]);
      service = await bundle.start(env);
    }
    // The last one lives until everything is sent.
    const left = new DatabaseSync(join(folder, 'comments.sqlite'));
    // Mails after the tenth of an hour are gathered for later: what is due by now is what counts.
    const due = left.prepare(
      `select count(*) as n from outbox
       where done_at is null and failed_at is null and due_at <= ?`,
    );
    const until = Date.now() + 20_000;
    while (Number(due.get(until)?.['n']) > 0) await wait(100);
    left.close();
    await service.kill();
  }

  /** The moderator hears of each comment, not once an hour. */
  function mailAtOnce(): void {
    const file = new DatabaseSync(join(folder, 'comments.sqlite'));
    file.exec(`update moderators set mail = 'each'`);
    file.close();
  }

  /** Approves every second acknowledged comment; what was answered is what counts. */
  async function decideUntil(
    stop: AbortSignal,
    base: string,
    moderator: { readonly cookie: string },
    token: string,
  ): Promise<void> {
    while (!stop.aborted) {
      const comment = [...acknowledged.keys()][tried];
      if (comment === undefined) {
        await wait(1);
        continue;
      }
      tried += 2;
      try {
        const answer = await fetch(`${base}/moderation/en/decisions`, {
          method: 'POST',
          redirect: 'manual',
          headers: { Cookie: moderator.cookie, Origin: base },
          body: new URLSearchParams({ token, act: `approved:${comment}` }),
          signal: stop,
        });
        const id = new URL(answer.headers.get('location') ?? '', base).searchParams.get('done');
        if (answer.status === 303 && id) decided.push({ id, comment });
      } catch {
        // Killed under way: whether it was done, the journal says.
      }
    }
  }
});
