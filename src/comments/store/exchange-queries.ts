import { type Kysely, sql, type Transaction } from 'kysely';
import type {
  CommentRef,
  ExchangeStore,
  ImportOutcome,
  IncomingComment,
  LinkOutcome,
  ReplyLink,
} from './exchange-store.ts';
import { exportComments } from './export-queries.ts';
import type { Schema } from './schema.ts';

export function exchangeQueries(db: Kysely<Schema>): ExchangeStore {
  return {
    importComments: (batch, { dryRun = false } = {}) =>
      dryRun ? look(db, batch) : db.transaction().execute((transaction) => add(transaction, batch)),
    linkReplies: (links) => db.transaction().execute((transaction) => link(transaction, links)),
    exportComments: (query) => exportComments(db, query),
  };
}

interface Place {
  readonly id: string;
  readonly tutorial: string;
  readonly parent: string | null;
}

type Places = (ref: CommentRef | null) => Place | undefined;

/** Where the comments that are named stand, as far as they are there. */
async function locate(
  db: Kysely<Schema>,
  refs: readonly CommentRef[],
): Promise<{ at: Places; add: (ref: CommentRef, place: Place) => void }> {
  const known = new Map<string, Place>();
  const ids = refs.flatMap((ref) => ('id' in ref ? [ref.id] : []));
  const origins = refs.flatMap((ref) => ('origin' in ref ? [ref.origin] : []));
  const columns = ['id', 'origin', 'tutorial', 'parent'] as const;
  const query = db.selectFrom('comments').select(columns);
  const found = [
    ...(ids.length ? await query.where('id', 'in', ids).execute() : []),
    ...(origins.length ? await query.where('origin', 'in', origins).execute() : []),
  ];
  for (const { origin, ...place } of found) {
    known.set(keyOf({ id: place.id }), place);
    if (origin !== null) known.set(keyOf({ origin }), place);
  }
  return {
    at: (ref) => (ref ? known.get(keyOf(ref)) : undefined),
    add: (ref, place) => known.set(keyOf(ref), place),
  };
}

function keyOf(ref: CommentRef): string {
  return 'id' in ref ? `id ${ref.id}` : `origin ${ref.origin}`;
}

/** The names under which a comment may be there already. */
function namesOf({ id, origin }: IncomingComment): CommentRef[] {
  return origin === null || origin === undefined ? [{ id }] : [{ id }, { origin }];
}

async function look(db: Kysely<Schema>, batch: readonly IncomingComment[]): Promise<ImportOutcome> {
  const { at, add: note } = await locate(db, batch.flatMap(namesOf));
  const taken = new Set<string>();
  for (const comment of batch) {
    const names = namesOf(comment);
    if (names.some(at)) continue;
    for (const name of names) note(name, { ...comment, parent: null });
    taken.add(comment.id);
  }
  return { taken, open: 0 };
}

async function add(
  transaction: Transaction<Schema>,
  batch: readonly IncomingComment[],
): Promise<ImportOutcome> {
  const parents = batch.flatMap(({ parent }) => (parent ? [parent] : []));
  const { at, add: note } = await locate(transaction, [...batch.flatMap(namesOf), ...parents]);
  let open = 0;
  const fresh: IncomingComment[] = [];
  const rows = [];
  for (const comment of batch) {
    const names = namesOf(comment);
    const there = names.map(at).find((place) => place !== undefined);
    const parent = at(comment.parent);
    // Only under what is there before it: no circle can come of that.
    const under = parent?.tutorial === comment.tutorial ? parent.id : null;
    if (comment.parent && (there ? there.parent === null : under === null)) open += 1;
    if (there) continue;
    for (const name of names) note(name, { ...comment, parent: under });
    fresh.push(comment);
    rows.push(rowOf(comment, under));
  }
  if (rows.length === 0) return { taken: new Set(), open };
  // Another import may add the same ones at this moment: those are there already, then.
  const added = await transaction
    .insertInto('comments')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .execute();
  const taken = new Set(added.map(({ id }) => id));
  await addPast(
    transaction,
    fresh.filter(({ id }) => taken.has(id)),
  );
  return { taken, open };
}

function rowOf(comment: IncomingComment, parent: string | null) {
  const { signals = [] } = comment;
  return {
    id: comment.id,
    tutorial: comment.tutorial,
    locale: comment.locale,
    name: comment.name,
    email: comment.email,
    email_key: comment.email.toLowerCase(),
    website: comment.website,
    raw: comment.raw,
    html: comment.html,
    policy_version: comment.policyVersion,
    created_at: comment.createdAt,
    receipt_hash: comment.receiptHash,
    avatar: comment.avatar ?? '',
    signals: signals.length ? JSON.stringify(signals) : null,
    origin: comment.origin ?? null,
    moderator: comment.writtenBy ?? null,
    parent,
    state: comment.state,
    decided_at: comment.decidedAt,
    edited_at: comment.editedAt,
    erased_at: comment.erasedAt,
    // Nobody waits for replies that were given elsewhere.
    announced_at: comment.state === 'approved' ? comment.createdAt : null,
  };
}

async function addPast(
  transaction: Transaction<Schema>,
  comments: readonly IncomingComment[],
): Promise<void> {
  for (const { id: comment, edits, notes } of comments) {
    for (const { policyVersion, ...edit } of edits)
      await transaction
        .insertInto('edits')
        .values({ ...edit, comment, policy_version: policyVersion })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    for (const note of notes)
      await transaction
        .insertInto('notes')
        .values({ ...note, comment })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
}

async function link(
  transaction: Transaction<Schema>,
  links: readonly ReplyLink[],
): Promise<LinkOutcome> {
  const { at } = await locate(
    transaction,
    links.flatMap(({ comment, parent }) => [comment, parent]),
  );
  const outcome = { linked: 0, orphans: 0, impossible: 0 };
  for (const { comment, parent } of links) {
    const [child, under] = [at(comment), at(parent)];
    if (child?.parent !== null) continue;
    if (!under) outcome.orphans += 1;
    else if (under.tutorial !== child.tutorial || (await standsUnder(transaction, under, child)))
      outcome.impossible += 1;
    else {
      await transaction
        .updateTable('comments')
        .set({ parent: under.id })
        .where('id', '=', child.id)
        .where('parent', 'is', null)
        .execute();
      outcome.linked += 1;
    }
  }
  return outcome;
}

/** Whether `comment` is `above`, or answers it at any depth. */
async function standsUnder(
  transaction: Transaction<Schema>,
  comment: Place,
  above: Place,
): Promise<boolean> {
  const { rows } = await sql`
    with recursive chain(id, parent) as (
      select id, parent from comments where id = ${comment.id}
      union
      select comments.id, comments.parent from comments join chain on comments.id = chain.parent
    )
    select 1 from chain where id = ${above.id}
  `.execute(transaction);
  return rows.length > 0;
}
