import { describe, expect, test } from 'vitest';
import type { Block } from '../../../src/comments/store/rules-store.ts';
import { SERVICE_MODERATOR } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

const word = (value: string, changes: Partial<Block> = {}): Block => ({
  id: `block-${value}`,
  kind: 'word',
  value,
  moderator: 'ann',
  createdAt: NOW,
  expiresAt: null,
  ...changes,
});

export function rulesContract(store: StoreInTest): void {
  const acts = async () => {
    const { entries } = await store().auditLog({ limit: 20 });
    return entries.map(({ act, moderator, detail, tutorial, comment }) => ({
      act,
      moderator,
      ...(detail && { detail }),
      ...(tutorial && { tutorial }),
      ...(comment && { comment }),
    }));
  };

  describe('blocks', () => {
    test('are added once each and listed, the latest first', async () => {
      expect(await store().addBlock(word('casino'))).toBe(true);
      expect(await store().addBlock(word('loto', { createdAt: NOW + 1 }))).toBe(true);
      expect(await store().addBlock(word('casino', { id: 'other' }))).toBe(false);
      const site = word('casino', { id: 'site', kind: 'website', createdAt: NOW + 2 });
      expect(await store().addBlock(site)).toBe(true);
      const blocks = await store().blocks(NOW);
      expect(blocks.map(({ kind, value }) => `${kind} ${value}`)).toEqual([
        'website casino',
        'word loto',
        'word casino',
      ]);
      expect(blocks[2]).toEqual(word('casino'));
    });

    test('of which two are added at once are one', async () => {
      const ids = ['a', 'b', 'c', 'd'];
      const added = await Promise.all(ids.map((id) => store().addBlock(word('loto', { id }))));
      expect(added.filter(Boolean)).toHaveLength(1);
      expect(await acts()).toHaveLength(1);
    });

    test('are taken away once, and are in the audit, addresses but for the fact', async () => {
      await store().addBlock(word('casino'));
      const address = { id: 'mail', kind: 'address', value: 'zoe@example.org' } as const;
      await store().addBlock({ ...word(''), ...address });
      const act = { id: 'block-casino', moderator: 'bob', at: NOW + 5 };
      expect(await store().removeBlock(act)).toEqual(word('casino'));
      expect(await store().removeBlock(act)).toBeNull();
      expect(await store().blocks(NOW)).toHaveLength(1);
      expect(await acts()).toEqual(
        expect.arrayContaining([
          { act: 'rule-removed', moderator: 'bob', detail: { kind: 'word', value: 'casino' } },
          { act: 'rule-added', moderator: 'ann', detail: { kind: 'address' } },
          { act: 'rule-added', moderator: 'ann', detail: { kind: 'word', value: 'casino' } },
        ]),
      );
      expect(await acts()).toHaveLength(3);
    });

    test('run out, are swept away then, and may be added again before that', async () => {
      const brief = { kind: 'network', expiresAt: NOW + 10 } as const;
      await store().addBlock(word('hash', brief));
      expect(await store().blocks(NOW + 9)).toHaveLength(1);
      expect(await store().blocks(NOW + 10)).toEqual([]);
      const again = word('hash', {
        ...brief,
        id: 'again',
        createdAt: NOW + 10,
        expiresAt: NOW + 20,
      });
      expect(await store().addBlock(again)).toBe(true);
      await store().sweep(NOW + 15);
      expect(await store().blocks(NOW + 15)).toHaveLength(1);
      await store().sweep(NOW + 20);
      expect(await store().blocks(NOW)).toEqual([]);
    });
  });

  describe('threads', () => {
    test('are closed, kept open and left to their age again, each time in the audit', async () => {
      const act = { tutorial: 'hybrid', moderator: 'ann', at: NOW };
      expect(await store().threadStates()).toEqual([]);
      await store().setThread({ ...act, state: 'closed' });
      expect(await store().threadStates()).toEqual([{ ...act, state: 'closed' }]);
      await store().setThread({ ...act, state: 'open', at: NOW + 1 });
      expect(await store().threadStates()).toEqual([{ ...act, state: 'open', at: NOW + 1 }]);
      await store().setThread({ ...act, state: null, at: NOW + 2 });
      expect(await store().threadStates()).toEqual([]);
      expect((await acts()).map(({ act: what }) => what)).toEqual([
        'thread-by-age',
        'thread-opened',
        'thread-closed',
      ]);
    });
  });

  describe('what the rules decide', () => {
    test('spam is spam as it comes in, after its own time, and nobody decided it', async () => {
      const comment = sampleComment({ signals: [{ rule: 'trap' }] });
      const added = await store().addComment(comment, { verdict: { to: 'spam' } });
      expect(added).toMatchObject({ state: 'spam', decidedAt: comment.createdAt });
      expect(await store().findComment(comment.id)).toEqual(added);
      const { comments } = await store().queue({ state: 'spam', limit: 5 });
      expect(comments.map(({ id }) => id)).toEqual([comment.id]);
      expect(await store().journal(5)).toEqual([]);
    });

    test('what is approved as it comes in is a decision of the service, that can be undone', async () => {
      const comment = sampleComment();
      const verdict = { to: 'approved', decision: 'd', jobs: () => [job] } as const;
      const job = { kind: 'rebuild', payload: {}, dueAt: NOW };
      const added = await store().addComment(comment, { verdict });
      expect(added).toMatchObject({ state: 'approved', decidedAt: comment.createdAt });
      expect(await store().findComment(comment.id)).toEqual(added);
      const [decision] = await store().journal(5);
      expect(decision).toMatchObject({
        moderator: SERVICE_MODERATOR,
        to: 'approved',
        changes: [{ comment: comment.id, from: 'pending' }],
      });
      expect(await store().outboxState()).toMatchObject({ waiting: 1 });
      await store().undo({ decision: 'd', moderator: 'ann', at: NOW });
      expect((await store().findComment(comment.id))?.state).toBe('pending');
    });

    test('nothing of it is left when the comment is there already', async () => {
      const comment = sampleComment();
      await store().addComment(comment);
      const verdict = { to: 'approved', decision: 'd' } as const;
      await expect(store().addComment(comment, { verdict })).rejects.toThrow('already');
      expect((await store().findComment(comment.id))?.state).toBe('pending');
      expect(await store().journal(5)).toEqual([]);
    });

    test('an address is known once a comment of it is approved, and no longer when that is gone', async () => {
      const comment = sampleComment({ email: 'Zoe@Example.org' });
      await store().addComment(comment);
      expect(await store().hasApproved('zoe@example.org')).toBe(false);
      const act = { comments: [comment.id], moderator: 'ann', at: NOW };
      await store().decide({ ...act, id: 'd1', to: 'approved' });
      expect(await store().hasApproved('ZOE@example.org')).toBe(true);
      expect(await store().hasApproved('eve@example.org')).toBe(false);
      await store().decide({ ...act, id: 'd2', to: 'rejected' });
      expect(await store().hasApproved('zoe@example.org')).toBe(false);
    });

    test('what waits becomes spam on a later sign, with the sign; what was decided stays', async () => {
      const comment = sampleComment({ signals: [{ rule: 'links', detail: 3 }] });
      await store().addComment(comment);
      const act = { comment: comment.id, signal: { rule: 'akismet' }, at: NOW + 5 };
      expect(await store().markSpam(act)).toBe(true);
      expect(await store().findComment(comment.id)).toMatchObject({
        state: 'spam',
        decidedAt: comment.createdAt,
        signals: [{ rule: 'links', detail: 3 }, { rule: 'akismet' }],
      });
      expect(await acts()).toEqual([
        { act: 'marked-spam', moderator: null, comment: comment.id, detail: { rule: 'akismet' } },
      ]);
      const decide = { comments: [comment.id], moderator: 'ann', at: NOW + 6 };
      await store().decide({ ...decide, id: 'd', to: 'approved' });
      expect(await store().markSpam(act)).toBe(false);
      expect((await store().findComment(comment.id))?.state).toBe('approved');
      expect(await store().markSpam({ ...act, comment: 'unknown' })).toBe(false);
    });
  });
}
