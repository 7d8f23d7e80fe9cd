import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WINDOW } from '../../src/comments/mail/moderator-jobs.ts';
import { retryDelay } from '../../src/comments/mail/retry-delay.ts';
import { type ReceivedMail, startMailServer } from '../support/mail-server.ts';
import { jobsEnded, settled } from './support/jobs-ended.ts';
import { COMMENTS, type MailedService, startMailedService } from './support/mailed-service.ts';

let mailed: MailedService;

async function start(env: Record<string, string> = {}): Promise<void> {
  mailed = await startMailedService(env);
}

afterEach(() => mailed.stop());

describe('a moderator who wants each', () => {
  beforeEach(() => start());

  test('gets a comment soon after it was posted, with what a decision needs', async () => {
    await mailed.addModerator('ann');
    const comment = 'Voir <a href="https://x.example" onclick="a()">ici</a> <script>b()</script>';
    await mailed.post({ comment, website: 'https://awa.example', name: 'Awa « D. »' });
    expect(mailed.mails.mails).toHaveLength(0);
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    expect(mail.to).toEqual(['ann@moderators.example']);
    expect(mail.email.subject).toBe('New comment by Awa « D. » on “Combining both”');
    expect(mail.header('List-Id')).toBe('<moderation.strates.example>');
    for (const part of [mail.email.text ?? '', textOf(mail)]) {
      for (const said of ['Awa « D. »', 'Combining both', 'https://awa.example/', comment])
        expect(part).toContain(said);
      expect(part).toContain('<a onclick> attribute not allowed on this tag');
      expect(part).toContain('<script> tag not allowed, removed with its content');
    }
    expect(mail.email.html).not.toContain('<script>');
    // The address stays in the queue.
    expect(mail.raw).not.toContain('awa@example.org');
  });

  test('gets its links on the service, in the moderator’s language', async () => {
    await mailed.addModerator('ann', { locale: 'fr' });
    const id = await mailed.post();
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    expect(mail.email.subject).toBe(
      'Nouveau commentaire de Awa sur «\u00A0Combiner les deux\u00A0»',
    );
    expect(mail.links).toContain(`${COMMENTS}/moderation/fr/comments/${id}`);
    expect(mail.links).toContain(`${COMMENTS}/moderation/fr/pending`);
    expect(mail.links.every((link) => link.startsWith(`${COMMENTS}/moderation/fr/`))).toBe(true);
    expect(mail.links.join(' ')).not.toContain('@');
  });

  test('gets what comes close together as one mail, and what was decided not at all', async () => {
    await mailed.addModerator('ann');
    const [one, two, three] = [
      await mailed.post({ comment: 'un' }),
      await mailed.post({ comment: 'deux' }),
      await mailed.post({ comment: 'trois' }),
    ];
    const { store, now } = mailed.running.service;
    await store.decide({ id: 'd', comments: [two], to: 'spam', moderator: 'ann', at: now() });
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    expect(mail.email.subject).toBe('2 new comments are waiting for you');
    for (const id of [one, three]) expect(mail.email.html).toContain(id);
    expect(mail.email.html).not.toContain(two);
    await settled(mailed.running);
    await mailed.post({ comment: 'quatre' });
    await mailed.pass(WINDOW.each);
    const [, second] = await mailed.mails.received(2);
    expect(second?.email.text).toContain('quatre');
    expect(second?.email.text).not.toContain('trois');
  });

  test('gets no mail when all was decided in time', async () => {
    await mailed.addModerator('ann');
    const id = await mailed.post();
    const { store, now } = mailed.running.service;
    await store.decide({ id: 'd', comments: [id], to: 'spam', moderator: 'ann', at: now() });
    await mailed.pass(WINDOW.each);
    await jobsEnded(mailed.running, 1);
    expect(mailed.mails.mails).toHaveLength(0);
  });

  test('is not flooded: after ten mails within an hour the rest is gathered', async () => {
    await mailed.addModerator('ann');
    for (let n = 0; n < 11; n += 1) {
      await mailed.post({ comment: `numéro ${n}` });
      await mailed.pass(WINDOW.each);
      await jobsEnded(mailed.running, n + 1);
    }
    for (let n = 11; n < 14; n += 1) await mailed.post({ comment: `numéro ${n}` });
    expect(mailed.mails.mails).toHaveLength(10);
    await mailed.pass(3_600_000);
    const last = (await mailed.mails.received(11)).at(-1);
    expect(last?.email.subject).toBe('4 new comments are waiting for you');
  });

  test('is not kept waiting for mails that never went out: only those that did count', async () => {
    await mailed.addModerator('ann');
    mailed.mails.behave({ refuse: () => 451 });
    await mailed.post({ comment: 'numéro 0' });
    await mailed.pass(WINDOW.each);
    const FAILURES = 6;
    for (let n = 1; n <= FAILURES; n += 1) {
      await jobsEnded(mailed.running, n);
      if (n === FAILURES) mailed.mails.behave({});
      await mailed.pass(retryDelay(n, 1));
    }
    for (let n = 1; n <= 10; n += 1) {
      await jobsEnded(mailed.running, FAILURES + n);
      expect(mailed.mails.mails).toHaveLength(n);
      await mailed.post({ comment: `numéro ${n}` });
      await mailed.pass(WINDOW.each);
    }
    await jobsEnded(mailed.running, FAILURES + 11);
    expect(mailed.mails.mails).toHaveLength(10);
  });

  test('sees ten comments of a flood, and the number of the others', async () => {
    await mailed.addModerator('ann');
    for (let n = 0; n < 13; n += 1) await mailed.post({ comment: `numéro ${n}` });
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    expect(mail.email.subject).toBe('13 new comments are waiting for you');
    expect(mail.links.filter((link) => link.includes('/act/'))).toHaveLength(10);
    expect(mail.email.text).toContain('3 more comments are waiting in the queue.');
  });

  test('gets hostile names and texts as text', async () => {
    await mailed.addModerator('ann');
    const name = '=?utf-8?Q?x=0D=0ABcc:v@x?= "<img src=x>';
    await mailed.post({
      name,
      comment: `.\n</blockquote><img src=https://evil.example/a.png>\nBcc: v@x`,
    });
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    expect(mail.email.subject).toContain(name);
    expect(mail.header('Bcc')).toBeNull();
    expect(mail.email.html).not.toMatch(/<img|<[^>]*\ssrc=/);
    expect(mail.to).toEqual(['ann@moderators.example']);
  });
});

describe('whoever wants none', () => {
  beforeEach(() => start());

  test('gets none: by choice, disabled, or not yet come', async () => {
    const { now } = mailed.running.service;
    await mailed.addModerator('none', { mail: 'none' });
    await mailed.addModerator('gone', { disabledAt: now() });
    await mailed.addModerator('invited', { passwordHash: null });
    await mailed.addModerator('leaves');
    await mailed.post();
    await mailed.running.service.store.updateModerator('leaves', { mail: 'none' });
    await mailed.pass(WINDOW.each);
    await jobsEnded(mailed.running, 1);
    expect(mailed.mails.mails).toHaveLength(0);
  });

  test('one click in the mail program ends it, and nothing less does', async () => {
    await mailed.addModerator('ann');
    await mailed.post();
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    const stop = (mail.header('List-Unsubscribe') ?? '').replace(/^<|>$/g, '');
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const wants = async () =>
      (await mailed.running.service.store.findModerator({ id: 'ann' }))?.mail;
    expect(await (await mailed.visit(stop)).text()).toContain('<form method="post">');
    expect((await mailed.visit(`${stop}x`, { method: 'POST' })).status).toBe(404);
    expect(await wants()).toBe('each');
    const body = new URLSearchParams({ 'List-Unsubscribe': 'One-Click' });
    expect((await mailed.visit(stop, { method: 'POST', body })).status).toBe(200);
    expect(await wants()).toBe('none');
    await mailed.visit(stop, { method: 'POST', body });
    const { entries } = await mailed.running.service.store.auditLog({ limit: 10 });
    expect(entries.map(({ act: what, moderator }) => [what, moderator])).toEqual([
      ['mails-stopped', 'ann'],
    ]);
  });
});

describe('a moderator who wants a digest', () => {
  beforeEach(() => start());

  test('gets one mail an hour after the first comment that still waits', async () => {
    await mailed.addModerator('ann', { mail: 'digest' });
    await mailed.addModerator('bob');
    await mailed.post({ comment: 'un' });
    await mailed.pass(WINDOW.each);
    await mailed.mails.received(1);
    await mailed.post({ comment: 'deux' });
    await mailed.pass(WINDOW.each);
    await mailed.mails.received(2);
    expect(mailed.mails.mails.map(({ to }) => to[0])).toEqual(
      Array(2).fill('bob@moderators.example'),
    );
    await mailed.pass(WINDOW.digest);
    const digest = (await mailed.mails.received(3)).at(-1);
    expect(digest?.to).toEqual(['ann@moderators.example']);
    expect(digest?.email.subject).toBe('2 new comments are waiting for you');
    await settled(mailed.running);
    await mailed.pass(2 * WINDOW.digest);
    await settled(mailed.running);
    expect(mailed.mails.mails).toHaveLength(3);
  });
});

describe('a mail server', () => {
  test('that is slow, or away, never delays or breaks a posting, and nothing is lost', async () => {
    await start();
    await mailed.addModerator('ann');
    const release = Promise.withResolvers<undefined>();
    mailed.mails.behave({ hold: release.promise });
    await mailed.post({ comment: 'un' });
    await mailed.pass(WINDOW.each);
    await mailed.mails.received(1); // the text is there, the server says nothing
    for (let n = 0; n < 10; n += 1) await mailed.post({ comment: `pendant ${n}` });
    release.resolve(undefined);
    await jobsEnded(mailed.running, 1);
    await mailed.mails.stop();
    await mailed.post({ comment: 'sans serveur' });
    await mailed.pass(WINDOW.each);
    await jobsEnded(mailed.running, 2);
    mailed.mails = await startMailServer(mailed.mails.port);
    await mailed.pass(60_000);
    const [mail] = await mailed.mails.received(1);
    expect(mail?.email.subject).toBe('11 new comments are waiting for you');
  });

  test('that is not named: nothing waits to be sent', async () => {
    await start({ SMTP_URL: '' });
    await mailed.addModerator('ann');
    await mailed.post();
    expect(await mailed.running.service.store.outboxState()).toMatchObject({ waiting: 0 });
  });
});

/** The HTML part as its reader sees it. */
function textOf(mail: ReceivedMail): string {
  const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' };
  return (mail.email.html ?? '')
    .replace(/<[^>]+>/g, '')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_all, name: string) => entities[name] ?? '');
}
