import { describe, expect, test } from 'vitest';
import type { CommentRef, IncomingComment } from '../../../src/comments/store/exchange-store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

/** A comment from elsewhere, approved long ago. */
function incoming(changes: Partial<IncomingComment> = {}): IncomingComment {
  return {
    ...sampleComment(),
    state: 'approved',
    decidedAt: NOW,
    editedAt: null,
    erasedAt: null,
    edits: [],
    notes: [],
    ...changes,
    parent: changes.parent ?? null,
  };
}

const from = (n: number): { readonly origin: string } => ({ origin: `blog:${n}` });

/** What the store owes to imports and exports. */
export function exchangeContract(inTest: StoreInTest): void {
  const all = async (to: 'millisecond' | 'second' = 'millisecond', tutorial?: string) =>
    (await Array.fromAsync(inTest().exportComments({ to, tutorial }))).flat();
  const parents = async () => {
    const comments = await all();
    const origins = new Map(comments.map(({ id, origin }) => [id, origin]));
    return Object.fromEntries(
      comments.map(({ origin, parent }) => [origin, parent && origins.get(parent)]),
    );
  };

  describe('imports', () => {
    test('add what is not there, with its past, and leave what is', async () => {
      const edit = {
        id: 'e',
        at: NOW,
        moderator: 'm',
        raw: 'a',
        html: '<p>a</p>',
        policyVersion: 1,
      };
      const note = { id: 'n', at: NOW, moderator: 'm', text: 'spam ?' };
      const comment = incoming({
        ...from(1),
        editedAt: NOW,
        signals: [{ rule: 'links', detail: 3 }],
        writtenBy: 'm',
        edits: [edit],
        notes: [note],
      });
      const outcome = await inTest().importComments([comment]);
      expect(outcome).toEqual({ taken: new Set([comment.id]), open: 0 });
      const again = [
        incoming({ ...from(1), raw: 'other' }),
        { ...comment, origin: null, raw: 'other' },
      ];
      expect((await inTest().importComments(again)).taken.size).toBe(0);
      const [kept, ...rest] = await all();
      expect(rest).toEqual([]);
      const place = { moderator: true, number: 1, parentNumber: null };
      expect(kept).toMatchObject({ ...comment, ...place });
    });

    test('only look, when they are dry', async () => {
      const [there, fresh] = [incoming(from(1)), incoming(from(2))];
      await inTest().importComments([there]);
      const outcome = await inTest().importComments([there, fresh, fresh], { dryRun: true });
      expect([...outcome.taken]).toEqual([fresh.id]);
      expect(await all()).toHaveLength(1);
    });

    test('take the same comment once, from one file and from two at once', async () => {
      const twins = [incoming(from(1)), incoming(from(1))];
      const { taken } = await inTest().importComments(twins);
      expect([...taken]).toEqual([twins[0]?.id]);
      const rivals = Array.from({ length: 4 }, () => [incoming(from(2)), incoming(from(3))]);
      const outcomes = await Promise.all(rivals.map((batch) => inTest().importComments(batch)));
      expect(outcomes.reduce((sum, outcome) => sum + outcome.taken.size, 0)).toBe(2);
      expect(await all()).toHaveLength(3);
    });

    test('link replies to what is there, and later to what came after', async () => {
      const reply = (n: number, to: number) => incoming({ ...from(n), parent: from(to) });
      const one = await inTest().importComments([incoming(from(1)), reply(2, 1), reply(3, 4)]);
      expect(one.open).toBe(1);
      await inTest().importComments([reply(4, 2), reply(5, 9)]);
      const link = (comment: CommentRef, parent: CommentRef) => ({ comment, parent });
      const links = [link(from(3), from(4)), link(from(5), from(9)), link(from(8), from(1))];
      const outcome = await inTest().linkReplies(links);
      expect(outcome).toEqual({ linked: 1, orphans: 1, impossible: 0 });
      expect(await parents()).toEqual({
        'blog:1': null,
        'blog:2': 'blog:1',
        'blog:3': 'blog:4',
        'blog:4': 'blog:2',
        'blog:5': null,
      });
    });

    test('never make a circle, nor a reply to another thread', async () => {
      const reply = (n: number, to: number) => incoming({ ...from(n), parent: from(to) });
      const elsewhere = incoming({ ...from(5), tutorial: 'hybrid', parent: from(1) });
      const circle = [reply(1, 3), reply(2, 1), reply(3, 2), reply(4, 4), elsewhere];
      expect((await inTest().importComments(circle)).open).toBe(3);
      const links = circle.map(({ origin, parent }) => ({
        comment: { origin: origin ?? '' },
        parent: parent ?? from(0),
      }));
      const outcome = await inTest().linkReplies(links);
      expect(outcome).toEqual({ linked: 0, orphans: 0, impossible: 3 });
      expect(await parents()).toMatchObject({
        'blog:1': null,
        'blog:3': 'blog:2',
        'blog:4': null,
        'blog:5': null,
      });
    });
  });

  describe('exports', () => {
    test('give everything by tutorial and time, numbered, some at a time', async () => {
      const comments = Array.from({ length: 230 }, (_, n) =>
        incoming({
          ...from(n),
          tutorial: n % 2 ? 'virtualization' : 'hybrid',
          createdAt: NOW + (n % 7) * 400,
          parent: n > 1 ? from(n - 2) : null,
        }),
      );
      await inTest().importComments(comments);
      const pages = await Array.fromAsync(inTest().exportComments({ to: 'second' }));
      expect(pages.length).toBeGreaterThan(1);
      const found = pages.flat();
      const second = (at: number) => Math.floor(at / 1000);
      const expected = comments.toSorted(
        (a, b) =>
          (a.tutorial < b.tutorial ? -1 : Number(a.tutorial > b.tutorial)) ||
          second(a.createdAt) - second(b.createdAt) ||
          (a.id < b.id ? -1 : 1),
      );
      expect(found.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
      const numbers = new Map(found.map(({ id, number }, n) => [id, [number, n + 1]]));
      for (const { number, parent, parentNumber } of found) {
        expect(numbers.get(found[number - 1]?.id ?? '')).toEqual([number, number]);
        expect(parentNumber).toBe(parent === null ? null : numbers.get(parent)?.[0]);
      }
      expect((await all('millisecond', 'hybrid')).map(({ tutorial }) => tutorial)).toEqual(
        Array.from({ length: 115 }, () => 'hybrid'),
      );
    });

    test('broken off, leave the store as it was', async () => {
      await inTest().importComments(Array.from({ length: 120 }, (_, n) => incoming(from(n))));
      for await (const page of inTest().exportComments({ to: 'second' })) if (page.length) break;
      await inTest().addComment(sampleComment());
      expect(await all()).toHaveLength(121);
    });
  });
}
