import { describe, expect, test } from 'vitest';
import type { JournalQuery } from '../../../src/comments/store/moderation-store.ts';
import { SERVICE_MODERATOR } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

export function moderationContract(store: StoreInTest): void {
  const added = () => store().addComment(sampleComment());
  const TEXT = { raw: 'neuf', html: '<p>neuf</p>', policyVersion: 2, moderator: 'ann', at: NOW };

  describe('a moderator’s edit', () => {
    test('changes the text, keeps what stood before, and leaves the state alone', async () => {
      const comment = await added();
      const act = { comments: [comment.id], to: 'approved', moderator: 'ann', at: NOW } as const;
      await store().decide({ ...act, id: 'd' });
      const seen = { id: comment.id, editedAt: null };
      const edited = await store().correctComment({ seen, ...TEXT });
      expect(edited).toMatchObject({ raw: 'neuf', html: '<p>neuf</p>', editedAt: NOW });
      expect(edited?.state).toBe('approved');
      expect(await store().findComment(comment.id)).toEqual(edited);
      const again = { id: comment.id, editedAt: NOW };
      await store().correctComment({ seen: again, ...TEXT, raw: 'encore', moderator: 'bob' });
      expect(await store().editsOf(comment.id)).toEqual([
        { at: NOW, moderator: 'ann', raw: comment.raw, html: comment.html },
        { at: NOW + 1, moderator: 'bob', raw: 'neuf', html: '<p>neuf</p>' },
      ]);
      const { acts } = await store().acts({ limit: 9, act: 'edit', comment: comment.id });
      expect(acts.map(({ moderator }) => moderator).sort()).toEqual(['ann', 'bob']);
    });

    test('is another version each time, even within one millisecond', async () => {
      const { id } = await added();
      const first = await store().correctComment({ seen: { id, editedAt: null }, ...TEXT });
      const seen = { id, editedAt: first?.editedAt ?? null };
      const second = await store().correctComment({ seen, ...TEXT });
      expect(second?.editedAt).toBeGreaterThan(first?.editedAt ?? 0);
    });

    test('is nothing when the comment was changed since, taken back, or never there', async () => {
      const { id } = await added();
      await store().correctComment({ seen: { id, editedAt: null }, ...TEXT });
      for (const seen of [
        { id, editedAt: null },
        { id: 'nobody', editedAt: null },
      ])
        expect(await store().correctComment({ seen, ...TEXT, raw: 'x' })).toBeNull();
      await store().withdrawComment({ comment: id, at: NOW });
      expect(await store().correctComment({ seen: { id, editedAt: NOW }, ...TEXT })).toBeNull();
      expect((await store().findComment(id))?.raw).toBe('');
      expect(await store().editsOf(id)).toEqual([]);
    });

    test('by two at the same moment is made once', async () => {
      const { id } = await added();
      const seen = { id, editedAt: null };
      const both = await Promise.all([1, 2].map(() => store().correctComment({ seen, ...TEXT })));
      expect(both.filter(Boolean)).toHaveLength(1);
      expect(await store().editsOf(id)).toHaveLength(1);
    });
  });

  describe('notes', () => {
    test('are kept for the other moderators, oldest first, and journaled', async () => {
      const [one, other] = [await added(), await added()];
      const note = { comment: one.id, moderator: 'ann', at: NOW, text: 'Déjà vu ?\n"\\' };
      expect(await store().addNote({ ...note, id: 'b', at: NOW + 1 })).toBe(true);
      expect(await store().addNote({ ...note, id: 'a' })).toBe(true);
      expect(await store().notesOf([one.id, other.id])).toEqual([
        { ...note, id: 'a' },
        { ...note, id: 'b', at: NOW + 1 },
      ]);
      expect(await store().notesOf([])).toEqual([]);
      expect((await store().acts({ limit: 9, act: 'note' })).acts).toHaveLength(2);
    });

    test('are not kept on what is not there, or not any more', async () => {
      const { id } = await added();
      await store().withdrawComment({ comment: id, at: NOW });
      const note = { id: 'n', moderator: 'ann', at: NOW, text: 'x' };
      expect(await store().addNote({ ...note, comment: id })).toBe(false);
      expect(await store().addNote({ ...note, comment: 'nobody' })).toBe(false);
    });
  });

  describe('all acts', () => {
    async function filled(): Promise<string> {
      const [one, two] = [await added(), await added()];
      const decide = (id: string, at: number, moderator: string, comments: string[]) =>
        store().decide({ id, at, moderator, comments, to: id === 'd3' ? 'spam' : 'approved' });
      await decide('d1', NOW, 'ann', [one.id, two.id]);
      await store().addAudit({ at: NOW, moderator: 'bob', act: 'sign-in' });
      await store().addAudit({ at: NOW + 1, moderator: null, act: 'rule-added' });
      await decide('d3', NOW + 2, SERVICE_MODERATOR, [two.id]);
      await store().addNote({ id: 'n', comment: one.id, moderator: 'bob', at: NOW + 3, text: 'x' });
      return one.id;
    }
    const codes = async (query: Omit<JournalQuery, 'limit'>, limit = 2): Promise<string[]> => {
      const all: string[] = [];
      let before: string | undefined;
      do {
        const page = await store().acts({ ...query, limit, before });
        all.push(...page.acts.map((act) => (act.kind === 'decision' ? act.to : act.act)));
        before = page.next ?? undefined;
      } while (before !== undefined);
      return all;
    };

    test('are one list, the latest first, each once, whatever the size of the page', async () => {
      await filled();
      for (const limit of [1, 2, 3, 50]) {
        const all = await codes({}, limit);
        expect(all.slice(0, 3)).toEqual(['note', 'spam', 'rule-added']);
        // At the same moment: in any order, but not lost between two pages.
        expect(all.slice(3).sort()).toEqual(['approved', 'sign-in']);
      }
    });

    test('are asked for by who, by what and on what', async () => {
      const comment = await filled();
      expect(await codes({ moderator: 'bob' })).toEqual(['note', 'sign-in']);
      expect(await codes({ moderator: SERVICE_MODERATOR })).toEqual(['spam', 'rule-added']);
      expect(await codes({ act: 'approved' })).toEqual(['approved']);
      expect(await codes({ act: 'sign-in' })).toEqual(['sign-in']);
      expect(await codes({ comment })).toEqual(['note', 'approved']);
      expect(await codes({ comment, act: 'spam' })).toEqual([]);
      expect(await codes({ act: "x' or 1=1" })).toEqual([]);
    });

    test('of which one is a decision that can be found by itself', async () => {
      const comment = await filled();
      const decision = await store().findDecision('d1');
      expect(decision).toMatchObject({ id: 'd1', moderator: 'ann', undoneAt: null });
      expect(decision?.changes).toContainEqual({ comment, from: 'pending' });
      expect(await store().findDecision('nothing')).toBeNull();
    });

    test('have names: of moderators, and of authors who still have one', async () => {
      await store().addModerator({ id: 'ann', name: 'Ann', email: 'a@b.cc', createdAt: NOW });
      expect([...(await store().moderatorNames())]).toEqual([['ann', 'Ann']]);
      const [named, gone] = [await added(), await added()];
      await store().withdrawComment({ comment: gone.id, at: NOW });
      const names = await store().authorNames([named.id, gone.id, 'nobody']);
      expect([...names]).toEqual([[named.id, named.name]]);
    });
  });
}
