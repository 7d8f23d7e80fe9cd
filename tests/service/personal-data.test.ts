import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import type { Holdings } from '../../src/comments/store/personal-store.ts';
import { settled } from './support/jobs-ended.ts';
import { COMMENTS, type MailedService, startMailedService } from './support/mailed-service.ts';
import { startService } from './support/running-service.ts';
import { approve, confirmedAuthor, lastMail, press } from './support/subscriber.ts';

const DAY = 86_400_000;
const AWA = 'awa@example.org';
const ASK = `${COMMENTS}/comments/fr/personal`;

let mailed: MailedService;
beforeEach(async () => {
  mailed = await startMailedService();
});
afterEach(() => mailed.stop());

/** Asks for the link of an address, as the page's form does. */
const ask = (email: string, headers: Record<string, string> = {}): Promise<Response> =>
  press(mailed, ASK, { email }, headers);

/** The link to what is held on Awa, who has commented. */
async function ownLink(): Promise<string> {
  const sofar = mailed.mails.mails.length;
  await ask(AWA);
  const mail = await lastMail(mailed, sofar + 1);
  return mail.links.find((link) => link.includes('/personal/')) ?? '';
}

describe('the page that asks for an address', () => {
  test('answers the same, whether anything is held on it or not', async () => {
    await mailed.post();
    const [known, unknown] = [await ask(AWA), await ask('nobody@example.org')];
    expect([known.status, unknown.status]).toEqual([202, 202]);
    expect(await known.text()).toBe(await unknown.text());
    // Each request has a time and an id of its own.
    const same = ({ headers }: Response) =>
      [...headers].filter(([name]) => name !== 'date' && name !== 'x-request-id');
    expect(same(known)).toEqual(same(unknown));
    await settled(mailed.running);
    expect(mailed.mails.mails.map(({ to }) => to)).toEqual([[AWA]]);
  });

  test('mails at most twice a day to an address, and says nothing of it', async () => {
    await mailed.post();
    const { service } = mailed.running;
    Object.assign(service, { limits: { ...service.limits, personalTo: LIMITS.personalTo } });
    for (let n = 0; n < 4; n += 1) {
      expect((await ask(AWA)).status).toBe(202);
      await settled(mailed.running);
    }
    expect(mailed.mails.mails).toHaveLength(2);
  });

  test('says what is wrong with an address, and refuses the forms of other sites', async () => {
    const wrong = await ask('awa');
    expect(wrong.status).toBe(422);
    expect(await wrong.text()).toContain('aria-invalid="true"');
    expect((await ask(AWA, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
  });

  test('is in both languages, and leads there without one', async () => {
    const lost = await mailed.visit('/comments/personal', { headers: { 'Accept-Language': 'en' } });
    expect(lost.headers.get('location')).toBe('/comments/en/personal');
    const english = await (await mailed.visit('/comments/en/personal')).text();
    expect(english).toContain('Your personal data');
    expect(english).toContain('href="/comments/fr/personal"');
  });

  test('has no form where nothing can be mailed, and the box is not offered', async () => {
    const silent = await startService();
    const page = await (await silent.fetch('/comments/fr/personal')).text();
    expect(page).not.toContain('<form');
    const send = { method: 'POST', body: new URLSearchParams({ email: AWA }) };
    expect((await silent.fetch('/comments/fr/personal', send)).status).toBe(404);
    const body = new URLSearchParams({ intent: 'preview', locale: 'fr', comment: 'Oui' });
    const form = await silent.fetch('/comments/threads/hybrid', { method: 'POST', body });
    expect(await form.text()).not.toContain('name="notify"');
    await silent.stop();
    expect(
      await (await mailed.visit('/comments/threads/hybrid', { method: 'POST', body })).text(),
    ).toContain('name="notify"');
  });
});

describe('the link to what is held', () => {
  test('shows it, changes nothing, and works for a day', async () => {
    await confirmedAuthor(mailed);
    const link = await ownLink();
    const before = await mailed.running.service.store.holdings(AWA);
    for (const method of ['GET', 'HEAD', 'GET'])
      expect((await mailed.visit(link, { method })).status).toBe(200);
    expect(await mailed.running.service.store.holdings(AWA)).toEqual(before);
    const page = await (await mailed.visit(link)).text();
    expect(page).toContain('1 commentaire');
    expect(page).toContain('Et avec &lt;strong&gt;Kata&lt;/strong&gt; ?');
    await mailed.pass(DAY);
    expect((await mailed.visit(link)).status).toBe(404);
    expect((await press(mailed, link, { intent: 'export' })).status).toBe(404);
  });

  test('is nobody else’s: another token, or a token for another purpose, opens nothing', async () => {
    await mailed.post({ notify: '1' });
    const { links } = await lastMail(mailed, 1);
    const confirm = links[0] ?? '';
    expect((await mailed.visit(confirm.replace('/confirm/', '/personal/'))).status).toBe(404);
    const link = await ownLink();
    expect((await mailed.visit(link.replace('/personal/', '/confirm/'))).status).toBe(404);
    const guess = link.slice(0, -22) + 'A'.repeat(22);
    const refused = await press(mailed, guess, { intent: 'erase', how: 'everything', sure: '1' });
    expect(refused.status).toBe(404);
    expect(await mailed.running.service.store.holdsAnything(AWA)).toBe(true);
  });

  test('downloads everything, and only what is of that address', async () => {
    const { comment } = await confirmedAuthor(mailed);
    await mailed.post({ email: 'bob@example.org', name: 'Bob', comment: 'À part' });
    const { store, now } = mailed.running.service;
    await store.addAudit({ at: now(), moderator: 'ann', act: 'note', comment, detail: { n: 1 } });
    const answer = await press(mailed, await ownLink(), { intent: 'export' });
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="strates-/);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const text = await answer.text();
    const held = JSON.parse(text) as Holdings;
    expect(text).not.toContain('bob@');
    expect(held.address).toMatchObject({ email: AWA, locale: 'fr', stoppedAt: null });
    expect(held.comments).toHaveLength(1);
    expect(held.comments[0]).toMatchObject({
      id: comment,
      name: 'Awa',
      email: AWA,
      raw: 'Et avec <strong>Kata</strong> ?',
      state: 'approved',
    });
    expect(held.comments[0]?.decisions.map(({ to }) => to)).toEqual(['approved']);
    expect(held.comments[0]?.acts).toContainEqual(
      expect.objectContaining({ act: 'note', detail: { n: 1 } }),
    );
    expect(held.subscriptions.map((each) => each.comment)).toEqual([comment]);
    expect(held.links.map(({ purpose }) => purpose)).toEqual(['personal']);
  });

  test('erases when it is sure, takes the comment from the page at once, and is gone with it', async () => {
    const { comment } = await confirmedAuthor(mailed);
    await approve(mailed, await mailed.post({ email: 'bob@example.org', parent: comment }));
    const link = await ownLink();
    const unsure = await press(mailed, link, { intent: 'erase', how: 'everything' });
    expect(unsure.status).toBe(422);
    const program = { Accept: 'application/json' };
    const told = await press(mailed, link, { intent: 'erase', how: 'everything' }, program);
    expect(await told.json()).toMatchObject({ code: 'bad-form' });
    const read = async () => (await mailed.visit('/comments/threads/hybrid.json')).text();
    expect(await read()).toContain('Kata');
    const done = await press(mailed, link, { intent: 'erase', how: 'everything', sure: '1' });
    expect(await done.text()).toContain('1 commentaire a été effacé');
    const thread = JSON.parse(await read()) as { comments: { id: string; name: string }[] };
    expect(thread.comments.find(({ id }) => id === comment)).toMatchObject({ name: '' });
    expect((await mailed.visit(link)).status).toBe(404);
    await settled(mailed.running);
    const asked = mailed.mails.mails.length;
    await ask(AWA);
    await settled(mailed.running);
    expect(mailed.mails.mails).toHaveLength(asked);
    expect(mailed.running.log.join('\n')).not.toContain('awa@');
  });

  test('takes the name and leaves the text, when that is what is wanted', async () => {
    const { comment } = await confirmedAuthor(mailed);
    await press(mailed, await ownLink(), { intent: 'erase', how: 'name', sure: '1' });
    const left = await mailed.running.service.store.findComment(comment);
    expect(left).toMatchObject({ name: 'Anonyme', email: '', erasedAt: null, state: 'approved' });
    expect(left?.html).toContain('Kata');
  });

  test('turns mail off and on', async () => {
    await confirmedAuthor(mailed);
    const link = await ownLink();
    const stopped = async () =>
      (await mailed.running.service.store.findAddress(AWA))?.stoppedAt ?? null;
    expect((await press(mailed, link, { intent: 'mail-off' })).status).toBe(303);
    expect(await stopped()).not.toBeNull();
    expect(await (await mailed.visit(link)).text()).toContain('value="mail-on"');
    await press(mailed, link, { intent: 'mail-on' });
    expect(await stopped()).toBeNull();
  });
});
