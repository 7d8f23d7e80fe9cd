import { type Kysely, sql, type Transaction } from 'kysely';
import { COMMENT_COLUMNS, toStoredComment } from './comment-queries.ts';
import type { ExchangeStore, ExportedComment } from './exchange-store.ts';
import type { Schema } from './schema.ts';

/** Comments in memory at a time; one is 64 kilobytes of text at most, and what the policy made of it. */
const AT_ONCE = 100;

/** Every comment that is exported, with its place: a temporary table, which the database may put on its disk. */
type Numbered = Schema & { readonly exported: { number: number; id: string } };

/** See {@link ExchangeStore.exportComments}. */
export async function* exportComments(
  db: Kysely<Schema>,
  query: Parameters<ExchangeStore['exportComments']>[0],
): AsyncGenerator<readonly ExportedComment[]> {
  const transaction = await db.startTransaction().setIsolationLevel('repeatable read').execute();
  try {
    await number(transaction, query);
    let after = 0;
    for (;;) {
      const rows = await read(transaction.$extendTables<Pick<Numbered, 'exported'>>(), after);
      const last = rows.at(-1);
      if (!last) return;
      yield await withPast(transaction, rows);
      after = last.number;
    }
  } finally {
    // The temporary table goes with it.
    await transaction.rollback().execute();
  }
}

async function number(
  db: Transaction<Schema>,
  { tutorial, to }: Parameters<ExchangeStore['exportComments']>[0],
): Promise<void> {
  await sql`create temporary table exported as
    select row_number() over () as number, id from comments where 1 = 0`.execute(db);
  const time = to === 'second' ? sql`created_at / 1000` : sql`created_at`;
  // Sorted here, since databases sort texts differently.
  const all = await db.selectFrom('comments').select('tutorial').distinct().execute();
  const threads = tutorial === undefined ? all.map((row) => row.tutorial).sort() : [tutorial];
  for (const thread of threads)
    await sql`insert into exported
      select (select count(*) from exported) + row_number() over (order by ${time}, id), id
      from comments where tutorial = ${thread}`.execute(db);
  await sql`create unique index exported_number on exported (number)`.execute(db);
  await sql`create unique index exported_id on exported (id)`.execute(db);
}

type Row = Awaited<ReturnType<typeof read>>[number];

function read(db: Kysely<Numbered>, after: number) {
  return db
    .selectFrom('exported')
    .innerJoin('comments', 'comments.id', 'exported.id')
    .leftJoin('exported as answered', 'answered.id', 'comments.parent')
    .select(COMMENT_COLUMNS.map((column) => `comments.${column}` as const))
    .select(['exported.number', 'answered.number as parentNumber'])
    .where('exported.number', '>', after)
    .orderBy('exported.number')
    .limit(AT_ONCE)
    .execute();
}

async function withPast(
  db: Transaction<Schema>,
  rows: readonly Row[],
): Promise<readonly ExportedComment[]> {
  const ids = rows.map(({ id }) => id);
  const edits = groups(
    await db
      .selectFrom('edits')
      .select([
        'comment',
        'id',
        'at',
        'moderator',
        'raw',
        'html',
        'policy_version as policyVersion',
      ])
      .where('comment', 'in', ids)
      .orderBy('at')
      .orderBy('id')
      .execute(),
  );
  const notes = groups(
    await db
      .selectFrom('notes')
      .select(['comment', 'id', 'at', 'moderator', 'text'])
      .where('comment', 'in', ids)
      .orderBy('at')
      .orderBy('id')
      .execute(),
  );
  return rows.map(({ number, parentNumber, ...row }) => ({
    ...toStoredComment(row),
    edits: edits.get(row.id) ?? [],
    notes: notes.get(row.id) ?? [],
    number,
    parentNumber,
  }));
}

function groups<Past extends { readonly comment: string }>(
  rows: readonly Past[],
): ReadonlyMap<string, readonly Omit<Past, 'comment'>[]> {
  const groups = new Map<string, Omit<Past, 'comment'>[]>();
  for (const { comment, ...past } of rows)
    groups.set(comment, [...(groups.get(comment) ?? []), past]);
  return groups;
}
