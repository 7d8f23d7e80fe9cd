import { describe, expect, test } from 'vitest';
import type { QueueFilter } from '../../../src/comments/store/queue-store.ts';
import type { NewComment } from '../../../src/comments/store/store.ts';
import type { StoreInTest } from '../store-contract.ts';
import { NOW, sampleComment } from '../support/sample-comment.ts';

export function searchContract(store: StoreInTest): void {
  const add = async (changes: Partial<NewComment>): Promise<string> =>
    (await store().addComment(sampleComment(changes))).id;
  const found = async (filter: QueueFilter): Promise<string[]> =>
    (await store().queue({ ...filter, limit: 50 })).comments.map(({ id }) => id);

  describe('the search', () => {
    const RAW = 'Le cœur d’un Conteneur, c’est le NOYAU : 100 % partagé\\_o_ 🐳 虚拟化 <b>VM</b>';

    test.each([
      ['a word', 'conteneur'],
      ['a part of a word', 'tene'],
      ['two words in any order', 'noyau conteneur'],
      ['without accents', 'partage'],
      ['with accents that are not there', 'cònténeür'],
      ['in capitals', 'PARTAGÉ'],
      ['a ligature as two letters', 'coeur'],
      ['a ligature', 'Cœur'],
      ['a straight apostrophe', "d'un"],
      ['two letters', 'vm'],
      ['one letter', '🐳'],
      ['letters of another script', '拟化'],
      ['a percent sign as itself', '100 %'],
      ['an underscore and a backslash as themselves', '\\_o_'],
      ['markup', '<b>VM</b>'],
      ['a word of the website', 'kata.example'],
      ['a word of the name', 'zoé'],
      ['nothing but blanks', ' \u200B '],
    ])('finds %s', async (_, text) => {
      const id = await add({ raw: RAW, website: 'https://kata.example/' });
      expect(await found({ text })).toEqual([id]);
    });

    test.each([
      'conteneurs',
      'con teneurs',
      '_',
      '%%',
      '"',
      'zoe@example',
      '*',
      'NEAR(a b)',
      'a\0b',
    ])('does not find %j', async (text) => {
      await add({ raw: 'Le Conteneur' });
      expect(await found({ text })).toEqual([]);
    });

    test('is not taken in by a text that has all the pieces of a word, but not the word', async () => {
      await add({ raw: 'conte ontent tenant enant nante' });
      expect(await found({ text: 'contenante' })).toEqual([]);
    });

    test('finds authors by parts of their name or address, and one address by the whole of it', async () => {
      const [zoe, other] = [
        await add({ name: 'Zoé Ümlaut', email: 'Zoe@example.org' }),
        await add({ name: 'Bob', email: 'azoe@example.org' }),
      ];
      expect(await found({ author: 'zoe umlaut' })).toEqual([zoe]);
      expect(await found({ author: 'EXAMPLE' })).toEqual([other, zoe]);
      expect(await found({ author: 'zoe@example.org' })).toEqual([zoe]);
      expect(await found({ author: 'zoe@example.net' })).toEqual([]);
      expect(await found({ author: 'bob', text: 'question' })).toEqual([other]);
      expect(await found({ author: 'bob', text: 'nothing' })).toEqual([]);
    });

    test('keeps to the rest of the filter, the order and the pages', async () => {
      const ids = [];
      for (let n = 0; n < 7; n += 1)
        ids.push(await add({ raw: n === 3 ? 'rien' : 'Kata', locale: n === 5 ? 'en' : 'fr' }));
      const fits = ids.filter((_, n) => n !== 3 && n !== 5);
      const filter = { text: 'kata', locale: 'fr', state: 'pending' } as const;
      expect(await found(filter)).toEqual(fits);
      expect(await found({ ...filter, state: undefined })).toEqual(fits.toReversed());
      const first = await store().queue({ ...filter, limit: 3 });
      const before = first.next ?? undefined;
      const second = await store().queue({ ...filter, limit: 3, before });
      const pages = [first, second].map(({ comments }) => comments.map(({ id }) => id));
      expect(pages).toEqual([fits.slice(0, 3), fits.slice(3)]);
      expect(second.next).toBeNull();
    });

    test('knows the text of today alone', async () => {
      const comment = await store().addComment(sampleComment({ raw: 'avant' }));
      expect(await found({ text: 'avant' })).toEqual([comment.id]);
      const text = { raw: 'après', html: '<p>après</p>', policyVersion: 1, at: NOW };
      await store().editComment({ seen: comment, ...text, to: 'pending' });
      expect(await found({ text: 'avant' })).toEqual([]);
      expect(await found({ text: 'apres' })).toEqual([comment.id]);
      await store().withdrawComment({ comment: comment.id, at: NOW });
      expect(await found({ text: 'apres' })).toEqual([]);
      expect(await found({ author: comment.email })).toEqual([]);
    });

    test('says how many it does not know yet', async () => {
      for (let n = 0; n < 60; n += 1) await add({ raw: `numéro ${n}` });
      const { unsearched } = await store().queue({ text: 'numero', limit: 1 });
      expect(unsearched).toBe(10);
      expect((await store().queue({ text: 'numero', limit: 1 })).unsearched).toBe(0);
      await add({});
      expect((await store().queue({ limit: 1 })).unsearched).toBe(0);
    });

    test('takes in what was added some at a time, each once, though several do so at once', async () => {
      for (let n = 0; n < 23; n += 1) await add({ raw: `numéro ${n}` });
      const taken = await Promise.all([10, 10, 10].map((limit) => store().indexSearch(limit)));
      const rest = await store().indexSearch(100);
      expect(taken.reduce((sum, n) => sum + n, rest)).toBe(23);
      expect(await store().indexSearch(100)).toBe(0);
      expect(await found({ text: 'numero' })).toHaveLength(23);
    });
  });
}
