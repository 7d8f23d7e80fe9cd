import { randomBytes } from 'node:crypto';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { Claim, Job, NewJob, OutboxStore } from './outbox-store.ts';
import type { Schema } from './schema.ts';

/** What is left of a job's payload once it is done. */
const BLANK = { payload: '{}', subject: null, dedupe: null, locked_until: null } as const;
const JOB_COLUMNS = [
  'id',
  'kind',
  'subject',
  'payload',
  'attempts',
  'failures',
  'created_at as createdAt',
] as const;
const NOTHING_AGAIN = { again_at: null, again_created_at: null, again_payload: null } as const;

const DAY = 86_400_000;

/** How long rows are kept: done ones to be counted, failed ones to be looked into. */
const KEPT = { done: 7 * DAY, failed: 30 * DAY } as const;

/** What nobody could do for this long is given up: its retries ended, or no process has its kind. */
const STALE = 14 * DAY;

type Db = Kysely<Schema>;

export function outboxQueries(db: Db): OutboxStore {
  return {
    async enqueue(jobs) {
      if (jobs.length) await db.transaction().execute((one) => enqueueJobs(one, jobs));
    },
    claimJobs: (ask) => claimJobs(db, ask),
    async holdJob(job, until) {
      return changed(await underWay(db, job).set({ locked_until: until }).executeTakeFirst());
    },
    finishJob: (job, now) => end(db, job, { done_at: now, error: null }),
    async retryJob(job, { dueAt, error }) {
      // What was added meanwhile is done along with it.
      const waiting = { due_at: dueAt, locked_until: null, error, ...NOTHING_AGAIN };
      const again = underWay(db, job)
        .set(waiting)
        .$if(error !== null, (update) =>
          update.set((row) => ({ failures: row('failures', '+', 1) })),
        );
      return changed(await again.executeTakeFirst());
    },
    failJob: (job, { now, error }) => end(db, job, { failed_at: now, error }),
    async nextJobAt(kinds) {
      const next = await db
        .selectFrom('outbox')
        .select(
          sql<
            number | null
          >`min(case when locked_until > due_at then locked_until else due_at end)`.as('at'),
        )
        .where('done_at', 'is', null)
        .where('failed_at', 'is', null)
        .where('kind', 'in', kinds)
        .executeTakeFirst();
      return next?.at ?? null;
    },
    async outboxState() {
      const waiting = await db
        .selectFrom('outbox')
        .select(({ fn }) => [fn.countAll().as('count'), fn.min('due_at').as('oldest')])
        .where('done_at', 'is', null)
        .where('failed_at', 'is', null)
        .executeTakeFirstOrThrow();
      const failed = await db
        .selectFrom('outbox')
        .select(({ fn }) => fn.countAll().as('count'))
        .where('failed_at', 'is not', null)
        .executeTakeFirstOrThrow();
      return {
        waiting: Number(waiting.count),
        failed: Number(failed.count),
        oldestDueAt: waiting.oldest as number | null,
      };
    },
  };
}

/** Adds jobs within the transaction of what they follow from. */
export async function enqueueJobs(
  transaction: Transaction<Schema>,
  jobs: readonly NewJob[],
): Promise<void> {
  // All processes take rows in one order, so that none waits for another that waits for it.
  const sorted = jobs.toSorted((a, b) => ((a.dedupe ?? '') < (b.dedupe ?? '') ? -1 : 1));
  for (const job of sorted) await enqueueJob(transaction, job);
}

async function enqueueJob(transaction: Transaction<Schema>, job: NewJob): Promise<void> {
  const { dueAt, createdAt = dueAt, debounceMs } = job;
  const payload = JSON.stringify(job.payload);
  const underWay = sql<boolean>`outbox.locked_until is not null`;
  const latest = sql`outbox.created_at + ${debounceMs ?? 0}`;
  const earlier = (column: 'created_at' | 'again_created_at') => {
    const there = sql.ref(`outbox.${column}`);
    return sql`case when ${there} < ${createdAt} then ${there} else cast(${createdAt} as bigint) end`;
  };
  const putOff = sql<number>`case when ${dueAt} > ${latest} then ${latest} else ${dueAt} end`;
  await transaction
    .insertInto('outbox')
    .values({
      id: job.id ?? randomBytes(16).toString('base64url'),
      kind: job.kind,
      dedupe: job.dedupe ?? null,
      subject: job.subject ?? null,
      payload,
      created_at: createdAt,
      due_at: dueAt,
    })
    .onConflict((conflict) =>
      conflict.column('dedupe').doUpdateSet({
        again_at: sql`case when ${underWay} then cast(${dueAt} as bigint) end`,
        again_created_at: sql`case when ${underWay} then ${earlier('again_created_at')} end`,
        created_at: sql`case when ${underWay} then outbox.created_at else ${earlier('created_at')} end`,
        again_payload: sql`case when ${underWay} then coalesce(outbox.again_payload, ${payload}) end`,
        due_at:
          debounceMs === undefined
            ? sql`outbox.due_at`
            : sql`case when ${underWay} then outbox.due_at else ${putOff} end`,
      }),
    )
    .execute();
}

/** Gives up what waited too long, and deletes what ended long ago. */
export async function sweepOutbox(transaction: Transaction<Schema>, now: number): Promise<void> {
  await transaction
    .updateTable('outbox')
    .set({ failed_at: now, error: 'stale', ...BLANK, ...NOTHING_AGAIN })
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null)
    .where('due_at', '<=', now - STALE)
    .execute();
  await transaction
    .deleteFrom('outbox')
    .where((row) =>
      row.or([row('done_at', '<=', now - KEPT.done), row('failed_at', '<=', now - KEPT.failed)]),
    )
    .execute();
}

async function claimJobs(
  db: Db,
  { kinds, now, limit, leaseMs }: Parameters<OutboxStore['claimJobs']>[0],
): Promise<readonly Job[]> {
  if (kinds.length === 0) return [];
  const due = (from: Db) =>
    from
      .selectFrom('outbox')
      .select('id')
      .where('done_at', 'is', null)
      .where('failed_at', 'is', null)
      .where('due_at', '<=', now)
      .where('kind', 'in', kinds)
      .where((row) => row.or([row('locked_until', 'is', null), row('locked_until', '<=', now)]))
      .orderBy('due_at')
      .orderBy('id')
      .limit(limit);
  // Mostly nothing is due: then no writer is kept waiting.
  if ((await due(db).limit(1).execute()).length === 0) return [];
  return db.transaction().execute(async (transaction) => {
    const others = transaction.getExecutor().adapter.supportsMultipleConnections === true;
    const ids = await due(transaction)
      .$if(others, (query) => query.forUpdate().skipLocked())
      .execute();
    if (ids.length === 0) return [];
    const taken = await transaction
      .updateTable('outbox')
      .set((row) => ({ locked_until: now + leaseMs, attempts: row('attempts', '+', 1) }))
      .where(
        'id',
        'in',
        ids.map(({ id }) => id),
      )
      .returning(JOB_COLUMNS)
      .execute();
    return taken.map((job) => ({ ...job, payload: JSON.parse(job.payload) as unknown }));
  });
}

/** The job while `claim` still is the last one: whoever takes it anew raises `attempts`. */
function underWay(db: Db, { id, attempts }: Claim) {
  return db
    .updateTable('outbox')
    .where('id', '=', id)
    .where('attempts', '=', attempts)
    .where('done_at', 'is', null)
    .where('failed_at', 'is', null);
}

function changed({ numUpdatedRows }: { numUpdatedRows: bigint }): boolean {
  return numUpdatedRows === 1n;
}

/** Ends a job; what was added under its key meanwhile begins to wait. */
function end(
  db: Db,
  job: Claim,
  how: { done_at: number; error: null } | { failed_at: number; error: string },
): Promise<boolean> {
  return db.transaction().execute(async (transaction) => {
    // Takes the row first: what is added at this moment waits for it, and then finds the key free.
    const held = underWay(transaction, job).set({ error: how.error });
    const row = await held
      .returning([
        'kind',
        'dedupe',
        'subject',
        'again_at as dueAt',
        'again_created_at as createdAt',
        'again_payload as payload',
      ])
      .executeTakeFirst();
    if (!row) return false;
    await transaction
      .updateTable('outbox')
      .set({ ...how, ...BLANK, ...NOTHING_AGAIN })
      .where('id', '=', job.id)
      .execute();
    const { kind, dedupe, subject, dueAt, createdAt, payload } = row;
    if (dedupe === null || dueAt === null || createdAt === null || payload === null) return true;
    const again = { kind, dedupe, payload: JSON.parse(payload) as unknown, dueAt, createdAt };
    await enqueueJob(transaction, subject === null ? again : { ...again, subject });
    return true;
  });
}
