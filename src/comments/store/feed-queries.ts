import type { Kysely } from 'kysely';
import type { FeedStore } from './feed-store.ts';
import type { Schema } from './schema.ts';

export function feedQueries(db: Kysely<Schema>): FeedStore {
  return {
    latestComments({ tutorial, limit }) {
      let query = db
        .selectFrom('comments')
        .select([
          'id',
          'tutorial',
          'locale',
          'name',
          'website',
          'html',
          'created_at as createdAt',
          'edited_at as editedAt',
          'parent',
        ])
        .where('state', '=', 'approved')
        .where('erased_at', 'is', null);
      if (tutorial !== undefined) query = query.where('tutorial', '=', tutorial);
      return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
    },
  };
}
