import { describe, expect, test } from 'vitest';
import type { Subscription } from '../../../src/comments/store/address-store.ts';
import type { NewComment } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

const WEEK = 7 * 86_400_000;

export function addressContract(store: StoreInTest): void {
  let made = 0;

  /** Posts a comment whose author wants to hear of replies. */
  async function subscribe(changes: Partial<NewComment>, confirmed = false) {
    const comment = sampleComment(changes);
    made += 1;
    const id = `subscription-${String(made)}`;
    await store().addComment(comment, { subscription: { id, confirmed } });
    return { comment: comment.id, subscription: id };
  }

  /** A link mailed to an address, opened. */
  async function confirm(email: string, data: unknown = null) {
    made += 1;
    const tokenHash = `confirm-${String(made)}`;
    const link = { tokenHash, purpose: 'confirm', subject: email.toLowerCase(), data };
    await store().addLink({ ...link, expiresAt: NOW + WEEK });
    return store().confirmAddress({ tokenHash, now: NOW });
  }

  async function approve(comment: string) {
    made += 1;
    const act = { id: `decision-${String(made)}`, comments: [comment], moderator: 'ann', at: NOW };
    await store().decide({ ...act, to: 'approved' });
    return act.id;
  }

  async function reply(to: string, email = 'bob@example.org') {
    const comment = sampleComment({ parent: to, email });
    await store().addComment(comment);
    await approve(comment.id);
    return comment.id;
  }

  /** Whom an announcement tells. */
  async function told(comment: string): Promise<readonly Subscription[]> {
    let heard: readonly Subscription[] = [];
    await store().announceReply({
      comment,
      now: NOW,
      jobs: (subscriptions) => {
        heard = subscriptions;
        return subscriptions.map(({ id, address }) => ({
          kind: 'reply',
          subject: address.key,
          payload: { id },
          dueAt: NOW,
        }));
      },
    });
    return heard;
  }

  describe('links', () => {
    const link = { tokenHash: 't', purpose: 'personal', subject: 'zoe@example.org', data: [1] };
    const ask = { tokenHash: 't', purpose: 'personal', now: NOW };

    test('show without being used up, and are taken once', async () => {
      await store().addLink({ ...link, expiresAt: NOW + 1 });
      expect(await store().findLink(ask)).toEqual({ subject: link.subject, data: [1] });
      expect(await store().takeLink(ask)).toEqual({ subject: link.subject, data: [1] });
      expect(await store().takeLink(ask)).toBeNull();
    });

    test('are good for one purpose, until they expire', async () => {
      await store().addLink({ ...link, expiresAt: NOW + 1 });
      expect(await store().takeLink({ ...ask, purpose: 'confirm' })).toBeNull();
      expect(await store().findLink({ ...ask, now: NOW + 1 })).toBeNull();
      await store().sweep(NOW + 1);
      expect(await store().findLink(ask)).toBeNull();
    });

    test('are the same when a mail is sent twice', async () => {
      await store().addLink({ ...link, expiresAt: NOW + 1 });
      await store().addLink({ ...link, data: [2], expiresAt: NOW + 2 });
      expect(await store().findLink(ask)).toMatchObject({ data: [1] });
    });

    test('of all who take one at once, one gets it', async () => {
      await store().addLink({ ...link, expiresAt: NOW + 1 });
      const takes = await Promise.all(Array.from({ length: 8 }, () => store().takeLink(ask)));
      expect(takes.filter(Boolean)).toHaveLength(1);
    });
  });

  describe('subscriptions', () => {
    test('come with their comment and wait for the owner of the address', async () => {
      const { comment, subscription } = await subscribe({ email: 'Zoe@Example.org', locale: 'en' });
      expect(await store().findSubscription(subscription)).toEqual({
        id: subscription,
        comment,
        tutorial: 'virtualization',
        confirmedAt: null,
        stoppedAt: null,
        address: {
          key: 'zoe@example.org',
          email: 'Zoe@Example.org',
          locale: 'en',
          askedAt: null,
          confirmedAt: null,
          stoppedAt: null,
        },
      });
    });

    test('do not come without their comment', async () => {
      const comment = sampleComment();
      await store().addComment(comment);
      const again = store().addComment(comment, { subscription: { id: 's', confirmed: true } });
      await expect(again).rejects.toMatchObject({ code: 'exists' });
      expect(await store().findSubscription('s')).toBeNull();
      expect(await store().findAddress(comment.email)).toBeNull();
    });

    test('are all confirmed by one link, once', async () => {
      const one = await subscribe({});
      const two = await subscribe({ tutorial: 'hybrid' });
      const confirmed = await confirm('zoe@example.org', { comment: one.comment });
      expect(confirmed).toMatchObject({ confirmedAt: NOW, data: { comment: one.comment } });
      for (const { subscription } of [one, two])
        expect((await store().findSubscription(subscription))?.confirmedAt).toBe(NOW);
      const link = { tokenHash: `confirm-${String(made)}`, now: NOW };
      expect(await store().confirmAddress(link)).toBeNull();
    });

    test('keep the day of the first confirmation, and mail flows again after another', async () => {
      const { subscription } = await subscribe({});
      await confirm('zoe@example.org');
      await store().stopMail({ subscription, scope: 'all', now: NOW + 1 });
      await store().addLink({
        tokenHash: 'later',
        purpose: 'confirm',
        subject: 'zoe@example.org',
        data: null,
        expiresAt: NOW + WEEK,
      });
      const again = await store().confirmAddress({ tokenHash: 'later', now: NOW + 2 });
      expect(again).toMatchObject({ confirmedAt: NOW, stoppedAt: null });
    });

    test('that somebody else asks for under a confirmed address wait for its owner', async () => {
      await subscribe({});
      await confirm('zoe@example.org');
      const { comment } = await subscribe({});
      expect(await told(await reply(comment))).toEqual([]);
    });

    test('end for a thread, or with all mail', async () => {
      const here = await subscribe({}, true);
      const too = await subscribe({}, true);
      const there = await subscribe({ tutorial: 'hybrid' }, true);
      const other = await subscribe({ email: 'ann@example.org' }, true);
      await store().stopMail({ subscription: here.subscription, scope: 'thread', now: NOW });
      const left = await store().subscriptionsOf('zoe@example.org');
      expect(left.map(({ id }) => id)).toEqual([there.subscription]);
      expect((await store().findSubscription(too.subscription))?.stoppedAt).toBe(NOW);
      expect((await store().findSubscription(other.subscription))?.stoppedAt).toBeNull();
      await store().stopMail({ subscription: there.subscription, scope: 'all', now: NOW + 1 });
      expect((await store().findAddress('zoe@example.org'))?.stoppedAt).toBe(NOW + 1);
      await store().setMail('ZOE@example.org', { on: true, now: NOW + 2 });
      expect((await store().findAddress('zoe@example.org'))?.stoppedAt).toBeNull();
    });

    test('that nobody confirms are forgotten after thirty days, with their address', async () => {
      const { subscription } = await subscribe({ createdAt: NOW });
      await subscribe({ createdAt: NOW, email: 'ann@example.org' });
      await confirm('ann@example.org');
      await store().sweep(NOW + 30 * 86_400_000 - 1);
      expect(await store().findSubscription(subscription)).not.toBeNull();
      await store().sweep(NOW + 30 * 86_400_000);
      expect(await store().findSubscription(subscription)).toBeNull();
      expect(await store().findAddress('zoe@example.org')).toBeNull();
      expect(await store().findAddress('ann@example.org')).not.toBeNull();
    });
  });

  describe('a reply', () => {
    test('is told to all above it who confirmed, each once, of the nearest comment', async () => {
      const first = await subscribe({ email: 'zoe@example.org' });
      await confirm('zoe@example.org');
      const second = await subscribe({ email: 'ann@example.org', parent: first.comment });
      await confirm('ann@example.org');
      const third = await subscribe({ email: 'zoe@example.org', parent: second.comment }, true);
      await subscribe({ email: 'eve@example.org', parent: second.comment }, true);
      const heard = await told(await reply(third.comment));
      expect(heard.map(({ id, address }) => [address.key, id]).sort()).toEqual([
        ['ann@example.org', second.subscription],
        ['zoe@example.org', third.subscription],
      ]);
    });

    test('is told once, whatever is undone and approved again', async () => {
      const { comment } = await subscribe({}, true);
      await confirm('zoe@example.org');
      const answer = await reply(comment);
      expect(await told(answer)).toHaveLength(1);
      expect(await told(answer)).toEqual([]);
      const again = await approve(answer);
      await store().undo({ decision: again, moderator: 'ann', at: NOW });
      await approve(answer);
      expect(await told(answer)).toEqual([]);
      expect(await store().outboxState()).toMatchObject({ waiting: 1 });
    });

    test('is not told while it waits, and is told once it is approved', async () => {
      const { comment } = await subscribe({}, true);
      await confirm('zoe@example.org');
      const answer = sampleComment({ parent: comment, email: 'bob@example.org' });
      await store().addComment(answer);
      expect(await told(answer.id)).toEqual([]);
      await approve(answer.id);
      expect(await told(answer.id)).toHaveLength(1);
    });

    test('is not told to whoever wrote it, stopped it, stopped all mail, or never confirmed', async () => {
      const own = await subscribe({ email: 'bob@example.org' }, true);
      await confirm('bob@example.org');
      const ended = await subscribe({ email: 'ann@example.org', parent: own.comment }, true);
      await confirm('ann@example.org');
      await store().stopMail({ subscription: ended.subscription, scope: 'thread', now: NOW });
      const silent = await subscribe({ email: 'eve@example.org', parent: ended.comment }, true);
      await confirm('eve@example.org');
      await store().stopMail({ subscription: silent.subscription, scope: 'all', now: NOW });
      const never = await subscribe({ email: 'joe@example.org', parent: silent.comment });
      expect(await told(await reply(never.comment, 'BOB@example.org'))).toEqual([]);
    });
  });
}
