import { describe, expect, test } from 'vitest';
import type { QueueFilter, QueueSort } from '../../../src/comments/store/queue-store.ts';
import type { CommentState, NewComment, StoredComment } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

type Query = QueueFilter & { readonly sort?: QueueSort };

export function queueContract(store: StoreInTest): void {
  const add = (changes: Partial<NewComment> = {}): Promise<StoredComment> =>
    store().addComment(sampleComment(changes));
  const move = (to: CommentState, ...ids: string[]) =>
    store().decide({ id: `to-${ids[0]}`, comments: ids, to, moderator: 'm', at: NOW });

  /** Every page of a queue. */
  async function pages(query: Query, limit: number): Promise<(readonly StoredComment[])[]> {
    const all = [];
    let before: string | undefined;
    do {
      const { comments, next } = await store().queue({ ...query, limit, before });
      all.push(comments);
      before = next ?? undefined;
    } while (before !== undefined);
    return all;
  }
  const idsOf = async (query: Query, limit = 3): Promise<string[]> =>
    (await pages(query, limit)).flat().map(({ id }) => id);

  describe('the queue', () => {
    test('counts comments by state, none left out, and by kind', async () => {
      const none = { pending: 0, approved: 0, rejected: 0, spam: 0 };
      expect(await store().countByState()).toEqual(none);
      const [one] = [await add(), await add(), await add({ locale: 'en' })];
      await move('spam', one.id);
      expect(await store().countByState()).toEqual({ ...none, pending: 2, spam: 1 });
      const kinds = await store().countComments();
      expect(kinds).toHaveLength(3);
      const kind = { tutorial: 'virtualization', state: 'pending', locale: 'en', count: 1 };
      expect(kinds).toContainEqual(kind);
    });

    test('gives what waits oldest first, all else newest first, page by page, each once', async () => {
      const added = [];
      const twins = { createdAt: NOW + 999_999_999 };
      for (const changes of [{}, {}, twins, twins, twins, {}, {}]) added.push(await add(changes));
      const order = added.toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1));
      const ids = order.map(({ id }) => id);
      expect((await pages({ state: 'pending' }, 2)).map(({ length }) => length)).toEqual([
        2, 2, 2, 1,
      ]);
      expect(await idsOf({ state: 'pending' })).toEqual(ids);
      expect(await idsOf({})).toEqual(ids.toReversed());
      expect(await idsOf({ state: 'pending', sort: 'newest' })).toEqual(ids.toReversed());
      expect(await idsOf({ sort: 'oldest' })).toEqual(ids);
      await move('rejected', ...ids);
      expect(await idsOf({ state: 'rejected' })).toEqual(ids.toReversed());
    });

    test('gives first what most rules spoke of, then the newest', async () => {
      const rule = (name: string, detail?: string) => ({ rule: name, ...(detail && { detail }) });
      const [none, tricky, two, newer] = [
        await add(),
        await add({ signals: [rule('word', '"rule": {"rule":1}')] }),
        await add({ signals: [rule('links'), rule('word', 'rule')] }),
        await add({ signals: [rule('links')] }),
      ];
      const ids = [two, newer, tricky, none].map(({ id }) => id);
      expect(await idsOf({ sort: 'signals' }, 1)).toEqual(ids);
      expect(await idsOf({ sort: 'signals', state: 'pending' }, 2)).toEqual(ids);
    });

    test('gives what fits every part of a filter', async () => {
      const [plain, english, hybrid, spam] = [
        await add(),
        await add({ locale: 'en' }),
        await add({ tutorial: 'hybrid' }),
        await add({ tutorial: 'hybrid', locale: 'en' }),
      ].map(({ id }) => id) as [string, string, string, string];
      await move('spam', spam);
      expect(await idsOf({ locale: 'en' })).toEqual([spam, english]);
      expect(await idsOf({ tutorial: 'hybrid' })).toEqual([spam, hybrid]);
      expect(await idsOf({ state: 'pending' })).toEqual([plain, english, hybrid]);
      expect(await idsOf({ state: 'spam', tutorial: 'hybrid', locale: 'en' })).toEqual([spam]);
      expect(await idsOf({ state: 'spam', locale: 'fr' })).toEqual([]);
      expect(await idsOf({ tutorial: "'; drop table comments" })).toEqual([]);
    });

    test('keeps its page when a comment is added or decided between two pages', async () => {
      const ids = [];
      for (let n = 0; n < 4; n += 1) ids.push((await add()).id);
      const first = await store().queue({ state: 'pending', limit: 2 });
      await move('spam', ids[0] ?? '');
      const before = first.next ?? undefined;
      const second = await store().queue({ state: 'pending', limit: 2, before });
      expect(second.comments.map(({ id }) => id)).toEqual(ids.slice(2));
      expect(second.next).toBeNull();
    });

    test('starts from the top where the place to read on from is none of ours', async () => {
      const { id } = await add();
      for (const before of ['', 'x', "1' or 1=1", '1.', '0.99999999999999999999.a', '0.1.é']) {
        const { comments } = await store().queue({ state: 'pending', limit: 5, before });
        expect(comments.map((comment) => comment.id)).toEqual([id]);
      }
    });

    test('knows nothing of what its author took back', async () => {
      const { id } = await add();
      await store().withdrawComment({ comment: id, at: NOW });
      expect(await idsOf({})).toEqual([]);
      expect(await store().countComments()).toEqual([]);
    });

    test('names the comments beside one, whether it is among them or not', async () => {
      const ids = [];
      for (let n = 0; n < 4; n += 1) ids.push((await add()).id);
      const [first = '', second = '', third = '', last = ''] = ids;
      const beside = async (id: string, query: Query) => {
        const comment = await store().findComment(id);
        return comment && store().neighbors(query, comment);
      };
      const query = { state: 'pending' } as const;
      expect(await beside(second, query)).toEqual({ previous: first, next: third });
      expect(await beside(first, query)).toEqual({ previous: null, next: second });
      expect(await beside(last, query)).toEqual({ previous: third, next: null });
      expect(await beside(second, {})).toEqual({ previous: third, next: first });
      await move('spam', second);
      expect(await beside(second, query)).toEqual({ previous: first, next: third });
    });

    test('names all that match, as they stand, up to a number', async () => {
      const [one, two] = [await add(), await add()];
      await add({ locale: 'en' });
      const edit = { raw: 'x', html: '<p>x</p>', policyVersion: 1, to: 'pending' } as const;
      await store().editComment({ seen: two, ...edit, at: NOW + 7 });
      expect(await store().matching({ state: 'pending', locale: 'fr' }, 5)).toEqual({
        comments: [
          { id: one.id, editedAt: null },
          { id: two.id, editedAt: NOW + 7 },
        ],
        more: false,
      });
      expect(await store().matching({}, 2)).toMatchObject({ more: true });
      expect((await store().matching({}, 2)).comments).toHaveLength(2);
    });
  });

  describe('the history of an address', () => {
    test('counts its comments by state, in upper and lower case', async () => {
      const [first, second] = [await add({ email: 'Ann@example.org' }), await add()];
      await add({ email: 'ann@example.org' });
      await move('approved', first.id);
      const found = await store().authorHistories(['ann@Example.org', second.email, 'x@y.zz']);
      expect([...found.keys()].sort()).toEqual(['ann@example.org', second.email]);
      expect(found.get('ann@example.org')).toEqual({
        counts: { pending: 1, approved: 1, rejected: 0, spam: 0 },
        firstAt: first.createdAt,
        confirmed: false,
      });
    });

    test('is empty for nobody', async () => {
      expect((await store().authorHistories([])).size).toBe(0);
      expect((await store().authorHistories([''])).size).toBe(0);
    });
  });
}
