import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isCommenter } from '../../src/comments/personal/commenter-proof.ts';
import { LIMITS } from '../../src/comments/service/rate-limits.ts';
import { settled } from './support/jobs-ended.ts';
import { COMMENTS, type MailedService, startMailedService } from './support/mailed-service.ts';
import { ANNOUNCED, approve, confirmedAuthor, lastMail, press } from './support/subscriber.ts';

const DAY = 86_400_000;
const AWA = 'awa@example.org';
const REPLY = { name: 'Bob', email: 'bob@example.org', comment: 'Oui, avec <b>Kata</b>.' };

let mailed: MailedService;
beforeEach(async () => {
  mailed = await startMailedService();
});
afterEach(() => mailed.stop());

/** Replies to a comment and has the reply approved, its undo passed. */
async function replyTo(parent: string, fields: Record<string, string> = {}): Promise<string> {
  const reply = await mailed.post({ ...REPLY, parent, ...fields });
  await approve(mailed, reply);
  await mailed.pass(ANNOUNCED);
  await settled(mailed.running);
  return reply;
}

async function sent(): Promise<readonly string[]> {
  await settled(mailed.running);
  return mailed.mails.mails.map(({ email }) => email.subject ?? '');
}

describe('an address that somebody typed', () => {
  test('gets one mail, which asks, and holds nothing that a visitor typed', async () => {
    await mailed.post({
      notify: '1',
      name: 'Buy now',
      website: 'https://spam.example',
      comment: 'Cheap watches at https://spam.example',
    });
    const mail = await lastMail(mailed, 1);
    expect(mail.to).toEqual([AWA]);
    expect(mail.email.subject).toBe('Confirmez votre adresse pour Strates');
    for (const part of [mail.raw, mail.email.text ?? '', mail.email.html ?? ''])
      expect(part).not.toMatch(/Buy now|watches|spam\.example/);
    expect(mail.links).toHaveLength(1);
    expect(mail.links[0]).toMatch(
      /^https:\/\/comments\.example\/comments\/fr\/confirm\/[\w-]{22}$/,
    );
    // Nobody subscribed to anything yet: there is nothing to leave.
    expect(mail.header('List-Unsubscribe')).toBeNull();
  });

  test('gets it in the language of the comment', async () => {
    await mailed.post({ notify: '1', locale: 'en' });
    const mail = await lastMail(mailed, 1);
    expect(mail.email.subject).toBe('Confirm your address for Strates');
    expect(mail.links[0]).toContain('/comments/en/confirm/');
  });

  test('gets nothing unless asked, nor for what the rules take for spam', async () => {
    await mailed.post();
    await mailed.post({ notify: '1', comment: 'Un piège', subject: 'filled by a program' });
    expect(await sent()).toEqual([]);
  });

  test('gets one a day, however often somebody types it, and never a reply', async () => {
    const { service } = mailed.running;
    Object.assign(service, { limits: { ...service.limits, confirmTo: LIMITS.confirmTo } });
    const first = await mailed.post({ notify: '1' });
    for (const comment of ['deux', 'trois', 'quatre']) await mailed.post({ notify: '1', comment });
    expect(await sent()).toHaveLength(1);
    await approve(mailed, first);
    await replyTo(first);
    expect(await sent()).toHaveLength(1);
    await mailed.pass(DAY);
    await mailed.post({ notify: '1', comment: 'le lendemain' });
    expect(await sent()).toHaveLength(2);
  });

  test('counts towards what visitors may cause in all', async () => {
    const { service } = mailed.running;
    const visitorMail = { ...LIMITS.visitorMail, limit: 2 };
    Object.assign(service, { limits: { ...service.limits, visitorMail } });
    for (const who of ['a', 'b', 'c', 'd'])
      await mailed.post({ notify: '1', email: `${who}@example.org`, comment: who });
    expect(await sent()).toHaveLength(2);
  });

  test('whose owner refuses gets nothing ever again', async () => {
    const comment = await mailed.post({ notify: '1' });
    const { links } = await lastMail(mailed, 1);
    const done = await press(mailed, links[0] ?? '', { intent: 'stop' });
    expect(await done.text()).toContain('C’est fait');
    await approve(mailed, comment);
    await replyTo(comment);
    await mailed.pass(DAY);
    await mailed.post({ notify: '1', comment: 'encore' });
    expect(await sent()).toHaveLength(1);
  });
});

describe('the link of the confirmation', () => {
  test('changes nothing when it is followed, however often', async () => {
    await mailed.post({ notify: '1' });
    const { links } = await lastMail(mailed, 1);
    for (const method of ['GET', 'HEAD', 'GET']) {
      const page = await mailed.visit(links[0] ?? '', { method });
      expect(page.status).toBe(200);
    }
    const address = await mailed.running.service.store.findAddress(AWA);
    expect(address?.confirmedAt).toBeNull();
    expect(await (await mailed.visit(links[0] ?? '')).text()).toContain(AWA);
  });

  test('confirms once, and hands the browser its proof in a fragment', async () => {
    const { comment, proof } = await confirmedAuthor(mailed);
    const { service } = mailed.running;
    expect(await isCommenter(service, proof, 'AWA@example.org')).toBe(true);
    expect(await isCommenter(service, proof, 'bob@example.org')).toBe(false);
    expect(await isCommenter(service, `${proof.slice(0, -1)}_`, AWA)).toBe(false);
    expect(await isCommenter(service, '', AWA)).toBe(false);
    const { links } = await lastMail(mailed, 1);
    const again = await press(mailed, links[0] ?? '', { intent: 'confirm' });
    expect(again.status).toBe(404);
    expect(await again.text()).toContain('Ce lien ne sert plus');
    expect((await service.store.findComment(comment))?.state).toBe('approved');
  });

  test('expires after seven days', async () => {
    await mailed.post({ notify: '1' });
    const { links } = await lastMail(mailed, 1);
    await mailed.pass(7 * DAY);
    expect((await press(mailed, links[0] ?? '', { intent: 'confirm' })).status).toBe(404);
    expect((await mailed.running.service.store.findAddress(AWA))?.confirmedAt).toBeNull();
  });

  test('is in no line of the log', async () => {
    await confirmedAuthor(mailed);
    const token = /confirm\/([\w-]{22})/.exec((await lastMail(mailed, 1)).raw)?.[1] ?? '-';
    const log = mailed.running.log.join('\n');
    expect(log).not.toContain(token);
    expect(log).not.toContain('awa@');
  });
});

describe('a reply', () => {
  test('is mailed once it is approved, with all that its reader needs', async () => {
    const { comment } = await confirmedAuthor(mailed);
    const reply = await mailed.post({ ...REPLY, parent: comment });
    expect(await sent()).toHaveLength(1);
    await approve(mailed, reply);
    await mailed.pass(ANNOUNCED);
    const mail = await lastMail(mailed, 2);
    expect(mail.to).toEqual([AWA]);
    expect(mail.email.subject).toBe('Bob a répondu sous «\u00A0Combiner les deux\u00A0»');
    expect(mail.email.text).toContain('> Oui, avec Kata.');
    expect(mail.email.html).toContain('Oui, avec Kata.');
    expect(mail.links).toContain(`https://strates.example/fr/tutoriels/hybride/#comment-${reply}`);
    expect(mail.header('List-Id')).toBe('<replies.strates.example>');
    expect(mail.header('List-Unsubscribe-Post')).toBe('List-Unsubscribe=One-Click');
    const leave = mail.header('List-Unsubscribe') ?? '';
    expect(leave).toMatch(/^<https:\/\/comments\.example\/comments\/fr\/unsubscribe\/[\w-]{44}>$/);
    expect(mail.raw).not.toContain('bob@example.org');
    // No address of anybody in any link.
    expect(mail.links.join(' ')).not.toMatch(/@|%40/);
  });

  test('by hostile names stays one mail to one reader, inert in both parts', async () => {
    const { comment } = await confirmedAuthor(mailed);
    await replyTo(comment, {
      name: 'Eve <script>x</script>',
      comment: '<a href="https://e.example/?a=1&amp;b=2">ici</a> <img src=x onerror=x> &lt;b&gt;',
    });
    const mail = await lastMail(mailed, 2);
    expect(mail.to).toEqual([AWA]);
    expect(mail.header('Bcc') ?? mail.header('Cc')).toBeNull();
    expect(mail.email.html).not.toMatch(/<script|<img/);
    expect(mail.email.text).toContain('> ici (https://e.example/?a=1&b=2)  <b>');
  });

  test('approved, undone and approved again is mailed once', async () => {
    const { comment } = await confirmedAuthor(mailed);
    const reply = await mailed.post({ ...REPLY, parent: comment });
    const { store, now } = mailed.running.service;
    const first = await approve(mailed, reply);
    await store.undo({ decision: first, moderator: 'ann', at: now() });
    await mailed.pass(ANNOUNCED);
    expect(await sent()).toHaveLength(1);
    await approve(mailed, reply);
    await mailed.pass(ANNOUNCED);
    expect(await sent()).toHaveLength(2);
    await store.decide({ id: 'd', comments: [reply], to: 'spam', moderator: 'ann', at: now() });
    await approve(mailed, reply);
    await mailed.pass(ANNOUNCED);
    expect(await sent()).toHaveLength(2);
  });

  test('deep under a comment is mailed to those above, not to whoever wrote it', async () => {
    const awa = await confirmedAuthor(mailed);
    const zoe = await confirmedAuthor(mailed, {
      email: 'zoe@example.org',
      locale: 'en',
      comment: 'Moi aussi',
      parent: awa.comment,
    });
    await mailed.pass(ANNOUNCED);
    await settled(mailed.running);
    const before = mailed.mails.mails.length;
    await replyTo(zoe.comment, { email: AWA, comment: 'Merci' });
    const mails = mailed.mails.mails.slice(before);
    expect(mails.map(({ to }) => to)).toEqual([['zoe@example.org']]);
    expect(mails[0]?.email.subject).toBe('Bob replied on “Combining both”');
  });

  test('to what somebody else posted under a confirmed address waits for its owner', async () => {
    await confirmedAuthor(mailed);
    const spoofed = await mailed.post({ notify: '1', comment: 'Pas de moi' });
    const asked = await lastMail(mailed, 2);
    expect(asked.email.subject).toBe('Confirmez votre adresse pour Strates');
    await approve(mailed, spoofed);
    await replyTo(spoofed);
    expect(await sent()).toHaveLength(2);
  });

  test('to what was posted with the proof is mailed without asking again', async () => {
    const { proof } = await confirmedAuthor(mailed);
    const second = await mailed.post({ notify: '1', comment: 'Autre chose', commenter: proof });
    await approve(mailed, second);
    await replyTo(second);
    expect(await sent()).toEqual([
      'Confirmez votre adresse pour Strates',
      'Bob a répondu sous «\u00A0Combiner les deux\u00A0»',
    ]);
  });
});

describe('leaving', () => {
  /** The link of a reply's mail that ends such mails. */
  async function leaveLink(): Promise<{ comment: string; link: string }> {
    const { comment } = await confirmedAuthor(mailed);
    await replyTo(comment);
    const mail = await lastMail(mailed, 2);
    return { comment, link: (mail.header('List-Unsubscribe') ?? '').slice(1, -1) };
  }

  test('takes one click of the mail program, from anywhere, without a session', async () => {
    const { comment, link } = await leaveLink();
    const headers = { Origin: 'https://mail.example', 'Sec-Fetch-Site': 'cross-site' };
    const done = await press(mailed, link, { 'List-Unsubscribe': 'One-Click' }, headers);
    expect(done.status).toBe(200);
    await replyTo(comment, { comment: 'encore' });
    expect(await sent()).toHaveLength(2);
  });

  test('asks first where a person, or a scanner, follows the link', async () => {
    const { comment, link } = await leaveLink();
    for (const method of ['GET', 'HEAD']) await mailed.visit(link, { method });
    const page = await (await mailed.visit(link)).text();
    expect(page).toContain('Les réponses sous «\u00A0Combiner les deux\u00A0»');
    expect(page).not.toContain('@');
    await replyTo(comment, { comment: 'encore' });
    expect(await sent()).toHaveLength(3);
    await press(mailed, link, { scope: 'all' });
    await replyTo(comment, { comment: 'toujours' });
    expect(await sent()).toHaveLength(3);
  });

  test('works years later, twice, and after everything was erased', async () => {
    const { link } = await leaveLink();
    await mailed.pass(1000 * DAY);
    for (let n = 0; n < 2; n += 1)
      expect((await press(mailed, link, { scope: 'thread' })).status).toBe(200);
    const { store, now } = mailed.running.service;
    await store.erase({ email: AWA, how: 'everything', now: now() });
    expect((await mailed.visit(link)).status).toBe(200);
    expect((await press(mailed, link, { scope: 'all' })).status).toBe(200);
  });

  test('takes a link of ours: no other is accepted, whichever letter is changed', async () => {
    const { link } = await leaveLink();
    for (const at of [1, 21, 22, 44]) {
      const place = link.length - at;
      const changed =
        link.slice(0, place) + (link[place] === 'A' ? 'B' : 'A') + link.slice(place + 1);
      expect((await press(mailed, changed, { scope: 'all' })).status).toBe(404);
    }
    expect((await mailed.running.service.store.findAddress(AWA))?.stoppedAt).toBeNull();
    expect((await press(mailed, `${COMMENTS}/comments/fr/unsubscribe/x`, {})).status).toBe(404);
  });
});
