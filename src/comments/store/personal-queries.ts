import type { Kysely } from 'kysely';
import { eraseAddress } from './erase-address.ts';
import type { HeldComment, PersonalStore } from './personal-store.ts';
import type { Schema } from './schema.ts';

type Db = Kysely<Schema>;

export function personalQueries(db: Db): PersonalStore {
  return {
    holdings: (email) => holdings(db, email),
    async holdsAnything(email) {
      const key = email.toLowerCase();
      const found = await db
        .selectFrom('comments')
        .select('id')
        .where('email_key', '=', key)
        .limit(1)
        .executeTakeFirst();
      if (found) return true;
      const known = await db
        .selectFrom('addresses')
        .select('key')
        .where('key', '=', key)
        .executeTakeFirst();
      return known !== undefined;
    },
    erase: (act) => db.transaction().execute((one) => eraseAddress(one, act)),
  };
}

async function holdings(db: Db, email: string): ReturnType<PersonalStore['holdings']> {
  const key = email.toLowerCase();
  const address = await db
    .selectFrom('addresses')
    .select([
      'email',
      'locale',
      'asked_at as askedAt',
      'confirmed_at as confirmedAt',
      'stopped_at as stoppedAt',
    ])
    .where('key', '=', key)
    .executeTakeFirst();
  const comments = await heldComments(db, key);
  if (!address && comments.length === 0) return null;
  const subscriptions = await db
    .selectFrom('subscriptions')
    .select([
      'comment',
      'created_at as createdAt',
      'confirmed_at as confirmedAt',
      'stopped_at as stoppedAt',
    ])
    .where('address', '=', key)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const links = await db
    .selectFrom('links')
    .select(['purpose', 'expires_at as expiresAt'])
    .where('subject', '=', key)
    .orderBy('expires_at')
    .execute();
  const mails = await db
    .selectFrom('outbox')
    .select(['kind', 'created_at as createdAt', 'due_at as dueAt'])
    .where('subject', '=', key)
    .orderBy('created_at')
    .execute();
  const blocks = await db
    .selectFrom('blocks')
    .select(['kind', 'created_at as createdAt'])
    .where('kind', '=', 'address')
    .where('value', '=', key)
    .execute();
  return { email, address: address ?? null, comments, subscriptions, links, mails, blocks };
}

async function heldComments(db: Db, key: string): Promise<readonly HeldComment[]> {
  const rows = await db
    .selectFrom('comments')
    .select([
      'id',
      'tutorial',
      'locale',
      'name',
      'email',
      'website',
      'raw',
      'html',
      'created_at as createdAt',
      'state',
      'decided_at as decidedAt',
      'edited_at as editedAt',
      'parent',
      'signals',
      'network',
      'avatar',
      'origin',
    ])
    .where('email_key', '=', key)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  const about = await aboutComments(db, key);
  return rows.map((row) => ({ ...row, signals: fromJson(row.signals), ...about(row.id) }));
}

/** What other tables say of the comments of an address, by the comment. */
async function aboutComments(db: Db, key: string) {
  const ids = db.selectFrom('comments').select('id').where('email_key', '=', key);
  const edits = await db
    .selectFrom('edits')
    .select(['comment', 'at', 'raw', 'html'])
    .where('comment', 'in', ids)
    .orderBy('at')
    .execute();
  const decisions = await db
    .selectFrom('decision_changes')
    .innerJoin('decisions', 'decisions.id', 'decision_changes.decision')
    .select(['decision_changes.comment', 'decisions.at', 'decisions.to_state as to'])
    .where('decision_changes.comment', 'in', ids)
    .orderBy('decisions.at')
    .execute();
  const notes = await db
    .selectFrom('notes')
    .select(['comment', 'at', 'text'])
    .where('comment', 'in', ids)
    .orderBy('at')
    .execute();
  const acts = await db
    .selectFrom('audit')
    .select(['comment', 'at', 'act', 'detail'])
    .where('comment', 'in', ids)
    .orderBy('at')
    .execute();
  return (id: string) => ({
    edits: of(edits, id),
    decisions: of(decisions, id),
    notes: of(notes, id),
    acts: of(acts, id).map((act) => ({ ...act, detail: fromJson(act.detail) })),
  });
}

function of<Row extends { readonly comment: string | null }>(rows: readonly Row[], id: string) {
  return rows.filter((row) => row.comment === id).map(({ comment: _, ...rest }) => rest);
}

function fromJson(text: string | null): unknown {
  return text === null ? null : (JSON.parse(text) as unknown);
}
