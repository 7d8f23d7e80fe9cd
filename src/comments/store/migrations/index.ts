import { comments } from './0001-comments.ts';
import type { Migration } from './migration.ts';

/** Every step, oldest first; the version is the place in this list, counted from one. */
export const MIGRATIONS: readonly Migration[] = [comments];
