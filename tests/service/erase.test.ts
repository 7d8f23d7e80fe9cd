import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DatabasePlace } from '../../src/comments/store/database-place.ts';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { Erasure } from '../../src/comments/store/personal-store.ts';
import type { CommentState, CommentStore } from '../../src/comments/store/store.ts';
import { type Postgres, POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { dumpTables } from './support/dump-tables.ts';
import { NOW, sampleComment } from './support/sample-comment.ts';

const folder = mkdtempSync(join(tmpdir(), 'strates-erase-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Somebody whose words and names are like nobody else's. */
interface Person {
  readonly email: string;
  readonly name: string;
  readonly website: string;
  readonly words: readonly string[];
}

const word = fc.stringMatching(/^[a-z]{12}$/);
const person: fc.Arbitrary<Person> = fc.record({
  email: fc
    .tuple(word, fc.constantFrom('', '_', '%', "'o", '+tag', '.'), word)
    .map(([a, sign, b]) => `${a}${sign}${b}@Example.org`),
  name: word.map((text) => `Nom ${text}`),
  website: word.map((text) => `https://${text}.example/`),
  words: fc.array(word, { minLength: 1, maxLength: 4 }),
});
const states = fc.constantFrom<CommentState>('pending', 'approved', 'rejected', 'spam');
let acts = 0;

/** Puts something personal wherever the tables have room for it. */
async function fill(place: DatabasePlace, store: CommentStore, who: Person, state: CommentState) {
  acts += 1;
  const n = String(acts);
  const [first = ''] = who.words;
  const { words, ...author } = who;
  const ids: string[] = [];
  for (const text of words) {
    const comment = sampleComment({
      ...author,
      raw: `avant ${text} <b>après</b>`,
      html: `<p>avant ${text} <b>après</b></p>`,
      network: `network-${text}`,
      avatar: `avatar-${text}`,
      signals: [{ rule: 'word', detail: text }],
      receiptHash: `receipt-${text}`,
    });
    await store.addComment(comment, {
      subscription: { id: `s-${n}-${comment.id}`, confirmed: true },
    });
    ids.push(comment.id);
  }
  if (state !== 'pending')
    await store.decide({ id: `d-${n}`, comments: ids, to: state, moderator: 'ann', at: NOW });
  const answer = sampleComment({ parent: ids[0] ?? null, email: 'bob@example.org', name: 'Bob' });
  await store.addComment(answer);
  const key = who.email.toLowerCase();
  const link = { tokenHash: `l-${n}`, purpose: 'personal', subject: key, data: who };
  await store.addLink({ ...link, expiresAt: NOW + 1e9 });
  await store.enqueue([
    { kind: 'confirm-address', subject: key, payload: who, dueAt: NOW },
    { kind: 'other', payload: { deep: [who.email] }, dueAt: NOW },
  ]);
  const [comment = ''] = ids;
  await store.addAudit({ at: NOW, moderator: 'ann', act: 'edit', comment, detail: { was: first } });
  await store.addAudit({ at: NOW, moderator: 'ann', act: 'rule-added', detail: { value: key } });
  const db = await openDatabase(place);
  const was = { raw: `autrefois ${first}`, html: first, policy_version: 1 };
  await db
    .insertInto('edits')
    .values({ id: `e-${n}`, comment, at: NOW, moderator: null, ...was })
    .execute();
  await db
    .insertInto('notes')
    .values({ id: `n-${n}`, comment, moderator: 'ann', at: NOW, text: `Voir ${first}` })
    .execute();
  await db
    .insertInto('blocks')
    .values({ id: `b-${n}`, kind: 'address', value: key, moderator: 'ann', created_at: NOW })
    .execute();
  await db.destroy();
  return { ids, answer: answer.id };
}

/** The cells of all tables in which something of a person stands. */
async function traces(place: DatabasePlace, who: Person, texts: boolean) {
  const sought = [who.email, who.name, who.website, ...(texts ? who.words : [])];
  const cells = await dumpTables(place);
  return cells.filter((cell) =>
    sought.some((text) => cell.toLowerCase().includes(text.toLowerCase())),
  );
}

async function holds(
  place: DatabasePlace,
  store: CommentStore,
  [who, other, how, state]: readonly [Person, Person, Erasure, CommentState],
): Promise<void> {
  const { ids, answer } = await fill(place, store, who, state);
  await fill(place, store, other, 'approved');
  const others = await traces(place, other, true);
  expect((await traces(place, who, true)).length).toBeGreaterThan(10);
  const act = { email: who.email.toUpperCase(), how, now: NOW };
  expect(await store.erase(act)).toBe(who.words.length);
  // Erased: no trace. Without a name: the published texts alone, and none of their history.
  expect(await traces(place, who, how === 'everything')).toEqual([]);
  const texts = (await traces(place, who, true)).filter(
    (cell) => !/^comments\.(raw|html):/.test(cell),
  );
  expect(texts).toEqual([]);
  expect(await traces(place, other, true)).toEqual(others);
  for (const id of ids) {
    const left = await store.findComment(id);
    expect(left?.state).toBe(how === 'everything' && state === 'pending' ? 'rejected' : state);
    expect(left?.erasedAt).toBe(how === 'everything' ? NOW : null);
  }
  expect((await store.findComment(answer))?.parent).toBe(ids[0]);
  // Again: nothing is left to do, and nothing is done.
  const before = await dumpTables(place);
  expect(await store.erase(act)).toBe(0);
  expect(await store.holdings(who.email)).toBeNull();
  expect(await dumpTables(place)).toEqual(before);
}

const cases = fc.tuple(person, person, fc.constantFrom<Erasure>('everything', 'name'), states);

describe('after an erasure, no column of any table holds the address or the text', () => {
  test('in SQLite, whoever it was, whatever was decided', async () => {
    const place = { file: join(folder, 'all.sqlite') };
    const store = await openStore(place);
    await fc.assert(
      fc.asyncProperty(cases, (one) => holds(place, store, one)),
      { numRuns: 25 },
    );
    await store.close();
  });

  describe.runIf(POSTGRES_PROGRAMS !== null)('in PostgreSQL', () => {
    let server: Postgres;
    beforeAll(async () => {
      server = await startPostgres(POSTGRES_PROGRAMS ?? '');
    });
    afterAll(() => server.stop());

    test('the same', async () => {
      const place = { url: await server.createDatabase() };
      const store = await openStore(place);
      await fc.assert(
        fc.asyncProperty(cases, (one) => holds(place, store, one)),
        { numRuns: 8 },
      );
      await store.close();
    });
  });
});

describe('an erasure', () => {
  test('is whole or not at all: a fault in the middle leaves everything as it was', async () => {
    const place = { file: join(folder, 'fault.sqlite') };
    const store = await openStore(place);
    const who = {
      email: 'zoe@example.org',
      name: 'Zoé',
      website: 'https://zoe.example/',
      words: ['un'],
    };
    await fill(place, store, who, 'approved');
    const before = await dumpTables(place);
    // A job that cannot be written is the last thing of the transaction.
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    const jobs = [{ kind: 'rebuild', payload: circular, dueAt: NOW }];
    await expect(
      store.erase({ email: who.email, how: 'everything', now: NOW, jobs }),
    ).rejects.toThrow(/circular/i);
    expect(await dumpTables(place)).toEqual(before);
    await store.close();
  });

  test('cannot be undone by undoing a decision', async () => {
    const store = await openStore({ file: ':memory:' });
    const comment = sampleComment();
    await store.addComment(comment);
    const act = { comments: [comment.id], moderator: 'ann', at: NOW };
    await store.decide({ ...act, id: 'one', to: 'approved' });
    await store.decide({ ...act, id: 'two', to: 'spam' });
    await store.erase({ email: comment.email, how: 'everything', now: NOW });
    await store.undo({ decision: 'two', moderator: 'ann', at: NOW });
    expect(await store.findComment(comment.id)).toMatchObject({ state: 'spam', raw: '', name: '' });
    await store.close();
  });

  test('leaves in the audit that it was done, to which comment, and nothing else', async () => {
    const store = await openStore({ file: ':memory:' });
    const comment = sampleComment();
    await store.addComment(comment);
    await store.erase({ email: comment.email, how: 'everything', now: NOW });
    const { entries } = await store.auditLog({ limit: 10 });
    const [entry] = entries;
    expect(entry).toMatchObject({ act: 'erased', comment: comment.id, moderator: null, at: NOW });
    expect(entry?.detail ?? null).toBeNull();
    await store.close();
  });
});

describe('what nobody asks to be erased', () => {
  test('is forgotten when its time is over', async () => {
    const place = { file: join(folder, 'sweep.sqlite') };
    const store = await openStore(place);
    const day = 86_400_000;
    const who = (n: string): Person => ({
      email: `${n}${n}${n}@example.org`,
      name: `nom-${n}${n}${n}`,
      website: `https://${n}${n}${n}.example/`,
      words: [`mot-${n}${n}${n}`],
    });
    const [kept, declined] = [who('k'), who('d')];
    for (const [{ email, name, website, words }, to] of [
      [kept, 'approved'],
      [declined, 'spam'],
    ] as const) {
      const [raw = ''] = words;
      const network = `net-${name}`;
      const comment = sampleComment({
        email,
        name,
        website,
        raw,
        html: raw,
        network,
        createdAt: NOW,
      });
      await store.addComment(comment);
      await store.decide({
        id: `decision-${to}`,
        comments: [comment.id],
        to,
        moderator: 'ann',
        at: NOW,
      });
    }
    const networks = async () =>
      (await dumpTables(place)).filter((cell) => cell.includes('net-nom')).length;
    await store.sweep(NOW + day - 1);
    expect(await networks()).toBe(2);
    await store.sweep(NOW + day);
    expect(await networks()).toBe(0);
    await store.sweep(NOW + 180 * day - 1);
    expect(await traces(place, declined, true)).not.toEqual([]);
    await store.sweep(NOW + 180 * day);
    expect(await traces(place, declined, true)).toEqual([]);
    expect((await traces(place, kept, true)).length).toBeGreaterThan(3);
    await store.close();
  });
});
