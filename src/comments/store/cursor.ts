import type { Instant } from './store.ts';

/** Where a page of the queue ended: the sort key of its last comment. */
export interface Cursor {
  readonly at: Instant;
  readonly id: string;
}

export function writeCursor({ at, id }: Cursor): string {
  return `${at}.${id}`;
}

/** The cursor that {@link writeCursor} wrote; null for anything else, which then starts from the top. */
export function readCursor(text: string | undefined): Cursor | null {
  const match = /^(\d{1,16})\.([\w-]{1,64})$/.exec(text ?? '');
  const [, at, id] = match ?? [];
  return at === undefined || id === undefined ? null : { at: Number(at), id };
}
