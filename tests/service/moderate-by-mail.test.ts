import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { moderationLinks } from '../../src/comments/mail/moderation-links.ts';
import { WINDOW } from '../../src/comments/mail/moderator-jobs.ts';
import { jobsEnded, settled } from './support/jobs-ended.ts';
import {
  COMMENTS,
  type MailedService,
  mailedComment,
  startMailedService,
} from './support/mailed-service.ts';

let mailed: MailedService;

async function start(env: Record<string, string> = {}): Promise<void> {
  mailed = await startMailedService(env);
}

afterEach(() => mailed.stop());

const act = (link: string, to: string, headers: Record<string, string> = {}): Promise<Response> =>
  mailed.visit(link, {
    method: 'POST',
    body: new URLSearchParams({ act: to }),
    headers: { Origin: COMMENTS, ...headers },
  });

const stateOf = async (id: string) => (await mailed.running.service.store.findComment(id))?.state;

describe('a mailed link', () => {
  beforeEach(() => start());

  test('shows the comment and decides on a POST, once', async () => {
    const { id, link } = await mailedComment(mailed);
    const page = await (await mailed.visit(link)).text();
    expect(page).toContain('<strong>Kata</strong>');
    expect(page).toContain('value="approved"');
    const answer = await act(link, 'approved');
    expect([answer.status, answer.headers.get('location')]).toEqual([
      303,
      link.replace(COMMENTS, ''),
    ]);
    expect(await stateOf(id)).toBe('approved');
    const [decision] = await mailed.running.service.store.journal(1);
    expect([decision?.moderator, decision?.to]).toEqual(['ann', 'approved']);
    const after = await (await mailed.visit(link)).text();
    expect(after).toContain('This comment is approved.');
    expect(after).not.toContain('<button');

    // Put back by somebody else, it is theirs: the link is used up.
    const undo = {
      decision: decision?.id ?? '',
      moderator: 'bob',
      at: mailed.running.service.now(),
    };
    await mailed.running.service.store.undo(undo);
    await act(link, 'spam');
    expect(await stateOf(id)).toBe('pending');
  });

  test.each(['approved', 'rejected', 'spam'])('can decide: %s', async (to) => {
    const { id, link } = await mailedComment(mailed);
    await act(link, to);
    expect(await stateOf(id)).toBe(to);
  });

  test('of many POSTs at once decides once', async () => {
    const { link } = await mailedComment(mailed);
    await Promise.all(
      ['approved', 'spam', 'rejected', 'approved', 'spam'].map((to) => act(link, to)),
    );
    expect(await mailed.running.service.store.journal(10)).toHaveLength(1);
  });

  test('a scanner that follows every link, in every way that is no POST, changes nothing', async () => {
    const { id, mail, link: decides } = await mailedComment(mailed);
    // The mail arrives before its job is written off.
    await jobsEnded(mailed.running, 1);
    const before = await dump();
    const seen = new Set<string>();
    const waiting = [...mail.links, ...(mail.header('List-Unsubscribe') ?? '').split(/[<>]/)];
    while (waiting.length > 0 && seen.size < 200) {
      const link = new URL(waiting.pop() ?? '', COMMENTS).href;
      if (seen.has(link) || !link.startsWith(COMMENTS)) continue;
      seen.add(link);
      for (const method of ['HEAD', 'OPTIONS', 'GET']) {
        const answer = await mailed.visit(link, { method, redirect: 'follow' });
        const page = await answer.text();
        waiting.push(
          ...[...page.matchAll(/(?:href|src|action)="([^"]+)"/g)].map((m) => m[1] ?? ''),
        );
      }
    }
    expect([...seen].some((link) => link.includes('/act/'))).toBe(true);
    expect([...seen].some((link) => link.includes('/stop-mails/'))).toBe(true);
    expect(await stateOf(id)).toBe('pending');
    expect(await dump()).toEqual(before);
    // And the link still works.
    await act(decides, 'approved');
    expect(await stateOf(id)).toBe('approved');
  });

  test('decides for nobody else’s page, and nothing but a decision', async () => {
    const { id, link } = await mailedComment(mailed);
    expect((await act(link, 'approved', { Origin: 'https://evil.example' })).status).toBe(403);
    const bare = { method: 'POST', body: new URLSearchParams({ act: 'approved' }) };
    expect((await mailed.visit(link, bare)).status).toBe(403);
    expect((await act(link, 'pending')).status).toBe(400);
    expect((await act(link, '')).status).toBe(400);
    expect(await stateOf(id)).toBe('pending');
  });

  test('changed in any way it is none', async () => {
    const { id, link } = await mailedComment(mailed);
    const other = await mailed.post({ comment: 'autre' });
    for (const wrong of [link.slice(0, -1), `${link}A`, link.replace(id, other)])
      expect((await act(wrong, 'approved')).status).toBe(404);
    expect([await stateOf(id), await stateOf(other)]).toEqual(['pending', 'pending']);
  });

  test('ends after seven days', async () => {
    const { id, link } = await mailedComment(mailed);
    mailed.running.wait(7 * 86_400_000);
    expect(await (await mailed.visit(link)).text()).toContain('more than seven days old');
    await act(link, 'approved');
    expect(await stateOf(id)).toBe('pending');
  });

  test('ends with its moderator', async () => {
    const { id, link } = await mailedComment(mailed);
    await mailed.running.service.store.disableModerator('ann', mailed.running.service.now());
    expect((await mailed.visit(link)).status).toBe(404);
    expect((await act(link, 'approved')).status).toBe(404);
    expect(await stateOf(id)).toBe('pending');
  });

  test('decides on nothing that somebody has decided on', async () => {
    const { id, link } = await mailedComment(mailed);
    const by = { moderator: 'bob', at: mailed.running.service.now() };
    await mailed.running.service.store.decide({ ...by, id: 'd', comments: [id], to: 'rejected' });
    expect(await (await mailed.visit(link)).text()).toContain('This comment is rejected.');
    await act(link, 'approved');
    expect(await stateOf(id)).toBe('rejected');
  });

  test('decides on no text that was changed since it was mailed', async () => {
    const { id, link } = await mailedComment(mailed);
    const { store, now } = mailed.running.service;
    const seen = await store.findComment(id);
    if (!seen) throw new Error('no comment');
    const changed = { raw: 'Autre chose', html: '<p>Autre chose</p>', policyVersion: 1 };
    await store.editComment({ seen, ...changed, at: now(), to: 'pending' });
    const page = await (await mailed.visit(link)).text();
    expect(page).toContain('has changed since the message was sent');
    expect(page).not.toContain('<button');
    await act(link, 'approved');
    expect(await stateOf(id)).toBe('pending');
  });

  test('is nowhere in the log', async () => {
    const { link } = await mailedComment(mailed);
    await mailed.visit(link);
    await act(link, 'approved');
    await settled(mailed.running);
    const secret = link.split('/').at(-1) ?? 'none';
    expect(mailed.running.log.join('\n')).not.toContain(secret);
    expect(mailed.running.log.join('\n')).not.toContain('moderators.example');
  });
});

describe('MODERATE_BY_MAIL=0', () => {
  test('leaves only links that ask to sign in, and ends those of before', async () => {
    await start({ MODERATE_BY_MAIL: '0' });
    await mailed.addModerator('ann');
    const id = await mailed.post();
    await mailed.pass(WINDOW.each);
    const mail = await mailed.firstMail();
    expect(mail.links.filter((link) => link.includes('/act/'))).toEqual([]);
    const { settings } = mailed.running.service;
    const asBefore = { ...mailed.running.service, settings: { ...settings, moderateByMail: true } };
    const ann = await mailed.running.service.store.findModerator({ id: 'ann' });
    if (!ann) throw new Error('no moderator');
    const link = moderationLinks(asBefore, ann).act?.({ id, editedAt: null }) ?? '';
    expect((await mailed.visit(link)).headers.get('location')).toBe(
      `/moderation/en/comments/${id}`,
    );
    expect((await act(link, 'approved')).status).toBe(404);
    expect(await stateOf(id)).toBe('pending');
  });
});

/** All that the service keeps of comments, moderators and work to do. */
async function dump(): Promise<unknown> {
  const { store } = mailed.running.service;
  return {
    counts: await store.countByState(),
    journal: await store.journal(50),
    moderator: await store.findModerator({ id: 'ann' }),
    outbox: await store.outboxState(),
    audit: await store.auditLog({ limit: 50 }),
  };
}
