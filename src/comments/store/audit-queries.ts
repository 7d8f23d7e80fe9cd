import { randomBytes } from 'node:crypto';
import type { Kysely } from 'kysely';
import type { AuditDetail, AuditEntry, AuditStore, NewAudit } from './audit-store.ts';
import { readCursor, writeCursor } from './cursor.ts';
import type { Schema } from './schema.ts';

export function auditQueries(db: Kysely<Schema>): AuditStore {
  return {
    addAudit: (entry) => addAudit(db, entry),

    async auditLog({ limit, before, comment }) {
      const cursor = readCursor(before);
      let query = db.selectFrom('audit').selectAll();
      if (comment !== undefined) query = query.where('comment', '=', comment);
      if (cursor !== null)
        query = query.where(({ eb, refTuple, tuple }) =>
          eb(refTuple('at', 'id'), '<', tuple(cursor.at, cursor.id)),
        );
      // One more than asked for tells whether there is another page.
      const rows = await query
        .orderBy('at', 'desc')
        .orderBy('id', 'desc')
        .limit(limit + 1)
        .execute();
      const entries = rows.slice(0, limit).map(toAuditEntry);
      const last = rows.length > limit ? entries.at(-1) : undefined;
      return { entries, next: last ? writeCursor(last) : null };
    },
  };
}

/** Adds an act, within the transaction of what it tells of where there is one. */
export async function addAudit(
  db: Kysely<Schema>,
  { at, moderator, act, comment = null, tutorial = null, detail = null }: NewAudit,
): Promise<void> {
  const id = randomBytes(16).toString('base64url');
  const text = detail && JSON.stringify(detail);
  await db
    .insertInto('audit')
    .values({ id, at, moderator, act, comment, tutorial, detail: text })
    .execute();
}

/** A row of the table as an act. */
export function toAuditEntry({
  detail,
  ...same
}: Omit<AuditEntry, 'detail'> & { readonly detail: string | null }): AuditEntry {
  return { ...same, detail: detail === null ? null : (JSON.parse(detail) as AuditDetail) };
}
