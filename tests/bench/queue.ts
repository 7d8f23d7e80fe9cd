import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import type { DatabasePlace } from '../../src/comments/store/database-place.ts';
import { openDatabase } from '../../src/comments/store/open-database.ts';
import { openStore } from '../../src/comments/store/open-store.ts';
import type { QueueQuery } from '../../src/comments/store/queue-store.ts';
import type { CommentStore } from '../../src/comments/store/store.ts';
import { POSTGRES_PROGRAMS, startPostgres } from '../support/postgres.ts';
import { manyComments } from './support/many-comments.ts';

/** Comments in the queue, and milliseconds that a page of it may take at p99 (issue 3). */
const COMMENTS = 100_000;
const BUDGET = 50;

/** The same for the page that asks before a decision on many comments, each of which it reads. */
const ASKING_BUDGET = 200;

const RUNS = 100;
const PAGE = 20;

/** What moderators ask for, from the common to the worst; `{n}` is another number each time. */
const QUERIES: Readonly<Record<string, Omit<QueueQuery, 'limit'>>> = {
  'what waits': { state: 'pending' },
  'everything, newest first': {},
  'everything, most signals first': { sort: 'signals' },
  'one state, newest': { state: 'approved', sort: 'newest' },
  'one tutorial': { tutorial: 'hybrid' },
  'one language': { locale: 'en', sort: 'oldest' },
  'a rare kind': { state: 'rejected', tutorial: 'hybrid', locale: 'en', sort: 'signals' },
  'nothing at all': { tutorial: 'unknown', state: 'spam' },
  'one address': { author: 'author{n}@example.org' },
  'a name that many have': { author: 'zoe' },
  'a mail domain that all have': { author: 'example', state: 'spam' },
  'a rare word': { text: 'unique{n}' },
  'a part of a rare word': { text: 'ique{n}' },
  'a word that nobody wrote': { text: 'xyzzyplugh' },
  'a word of one comment in ten': { text: 'conteneur', state: 'approved' },
  'a word of one comment in ten, in few comments': { text: 'conteneur', state: 'rejected' },
  'a word of all comments': { text: 'la' },
  'a word of the other language': { text: 'noyau', locale: 'en' },
  'two words': { text: 'conteneur noyau' },
  'a word and an author': { text: 'conteneur', author: 'zoe', sort: 'signals' },
};

/**
 * Prints what the pages of the queue cost with a hundred thousand comments, on SQLite and on
 * PostgreSQL. Over the budget, the process ends with a failure.
 */
export async function benchQueue(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-queue-'));
  try {
    await benchDatabase('SQLite', { file: join(folder, 'comments.sqlite') });
  } finally {
    rmSync(folder, { recursive: true });
  }
  if (POSTGRES_PROGRAMS === null) {
    console.log('This machine has no PostgreSQL server: SQLite alone was measured.');
    return;
  }
  const server = await startPostgres(POSTGRES_PROGRAMS);
  try {
    await benchDatabase(`PostgreSQL ${server.version}`, { url: await server.createDatabase() });
  } finally {
    await server.stop();
  }
}

async function benchDatabase(name: string, place: DatabasePlace): Promise<void> {
  console.log(`\n## ${COMMENTS.toLocaleString('en')} comments in ${name}`);
  const store = await openStore(place);
  try {
    const filling = performance.now();
    await fill(place, store);
    console.log(`filled and searchable in ${seconds(filling)} s`);
    await report('counts of all kinds', () => store.countComments());
    await report('histories of twenty addresses', (run) =>
      store.authorHistories(Array.from({ length: 20 }, (_, n) => `author${run * n}@example.org`)),
    );
    for (const [what, query] of Object.entries(QUERIES)) {
      await report(what, (run) => store.queue({ ...numbered(query, run), limit: PAGE }));
      await reportNextPage(store, what, query);
    }
    await report(
      'two hundred that match, to be decided on at once',
      () => store.matching({ text: 'conteneur', state: 'rejected' }, 200),
      ASKING_BUDGET,
    );
  } finally {
    await store.close();
  }
}

async function fill(place: DatabasePlace, store: CommentStore): Promise<void> {
  const db = await openDatabase(place);
  try {
    for (const rows of manyComments(COMMENTS))
      await db.insertInto('comments').values(rows).execute();
    while ((await store.indexSearch(500)) > 0);
    // What a server does by itself within a minute.
    if ('url' in place) await sql`vacuum analyze`.execute(db);
  } finally {
    await db.destroy();
  }
}

/** The tenth page on, which costs what the first does. */
async function reportNextPage(
  store: CommentStore,
  what: string,
  query: Omit<QueueQuery, 'limit'>,
): Promise<void> {
  let before: string | null = null;
  for (let page = 0; page < 10; page += 1) {
    const found: Awaited<ReturnType<CommentStore['queue']>> = await store.queue({
      ...numbered(query, 1),
      limit: PAGE,
      before: before ?? undefined,
    });
    before = found.next;
    if (before === null) return;
  }
  const from = before ?? undefined;
  await report(`  ${what}, page 11`, () =>
    store.queue({ ...numbered(query, 1), limit: PAGE, before: from }),
  );
}

function numbered(query: Omit<QueueQuery, 'limit'>, n: number): Omit<QueueQuery, 'limit'> {
  const put = (text: string | undefined) => text?.replace('{n}', String(100 + n));
  return { ...query, author: put(query.author), text: put(query.text) };
}

async function report(
  what: string,
  act: (run: number) => Promise<unknown>,
  budget = BUDGET,
): Promise<void> {
  for (let run = 0; run < 5; run += 1) await act(run); // statements prepared, pages in memory
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    await act(run);
    times.push(performance.now() - start);
  }
  times.sort((one, other) => one - other);
  const at = (share: number) => times[Math.ceil(RUNS * share) - 1] ?? 0;
  const over = at(0.99) > budget ? ` OVER ${budget} ms` : '';
  const figures = [at(0.5), at(0.99)].map((time) => time.toFixed(1).padStart(7)).join('');
  console.log(`${figures} ms  ${what}${over}`);
  if (over) process.exitCode = 1;
}

function seconds(since: number): string {
  return ((performance.now() - since) / 1000).toFixed(0);
}

if (import.meta.main) await benchQueue();
