import { createStore } from './create-store.ts';
import type { DatabasePlace } from './database-place.ts';
import { openDatabase } from './open-database.ts';
import type { CommentStore } from './store.ts';

/**
 * The store in one SQLite file or in a PostgreSQL database, at the newest version of its tables.
 *
 * @throws StoreError as {@link openDatabase} does.
 */
export async function openStore(place: DatabasePlace): Promise<CommentStore> {
  return createStore(await openDatabase(place));
}
