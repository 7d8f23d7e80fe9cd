import type { Kysely, Transaction } from 'kysely';
import { addAudit } from './audit-queries.ts';
import { findActs } from './journal-queries.ts';
import { decisionsWithChanges } from './decision-queries.ts';
import type { ModerationStore, Note } from './moderation-store.ts';
import { replaceText } from './replace-text.ts';
import type { Schema } from './schema.ts';
import type { StoredComment } from './store.ts';

type Db = Kysely<Schema>;

export function moderationQueries(db: Db): ModerationStore {
  return {
    correctComment: (act) => db.transaction().execute((one) => correctComment(one, act)),
    editsOf: (comment) =>
      db
        .selectFrom('edits')
        .select(['at', 'moderator', 'raw', 'html'])
        .where('comment', '=', comment)
        .orderBy('at')
        .orderBy('id')
        .execute(),
    addNote: (note) => db.transaction().execute((one) => addNote(one, note)),
    async notesOf(comments) {
      if (comments.length === 0) return [];
      const query = db.selectFrom('notes').selectAll().where('comment', 'in', comments);
      return query.orderBy('at').orderBy('id').execute();
    },
    acts: (query) => findActs(db, query),
    async findDecision(id) {
      const [decision] = await decisionsWithChanges(db, (query) => query.where('id', '=', id));
      return decision ?? null;
    },
    async authorNames(comments) {
      if (comments.length === 0) return new Map();
      const rows = await db
        .selectFrom('comments')
        .select(['id', 'name'])
        .where('id', 'in', comments)
        .where('name', '<>', '')
        .execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
    async moderatorNames() {
      const rows = await db
        .selectFrom('moderators')
        .select(['id', 'name'])
        .orderBy('name')
        .execute();
      return new Map(rows.map(({ id, name }) => [id, name]));
    },
  };
}

async function correctComment(
  transaction: Transaction<Schema>,
  act: Parameters<ModerationStore['correctComment']>[0],
): Promise<StoredComment | null> {
  // The state does not matter: a moderator may correct what another has decided on meanwhile.
  const { id, editedAt } = act.seen;
  const edited = await replaceText(transaction, { ...act, seen: { id, editedAt } });
  if (!edited) return null;
  const { at, moderator } = act;
  const { tutorial } = edited;
  await addAudit(transaction, { at, moderator, act: 'edit', comment: id, tutorial });
  return edited;
}

async function addNote(transaction: Transaction<Schema>, note: Note): Promise<boolean> {
  const comment = await transaction
    .selectFrom('comments')
    .select('tutorial')
    .where('id', '=', note.comment)
    .where('erased_at', 'is', null)
    .executeTakeFirst();
  if (!comment) return false;
  await transaction.insertInto('notes').values(note).execute();
  const { at, moderator } = note;
  const { tutorial } = comment;
  await addAudit(transaction, { at, moderator, act: 'note', comment: note.comment, tutorial });
  return true;
}
