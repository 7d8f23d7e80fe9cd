import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { COMMENT_STATES, type Instant } from '../store/store.ts';

/** What our own file of comments says at its beginning. */
export const STRATES_FILE = { format: 'strates-comments', version: 1 } as const;

const ID = z.string().regex(/^[\w-]{1,64}$/);
/** ISO 8601, in UTC, to the millisecond. */
const INSTANT = z.iso.datetime({ precision: 3 }).transform((text): Instant => Date.parse(text));

const EDIT = z.object({
  id: ID,
  at: INSTANT,
  /** Null where its author changed it. */
  moderator: z.string().nullable(),
  raw: z.string(),
});

const NOTE = z.object({ id: ID, at: INSTANT, moderator: z.string(), text: z.string() });

const SIGNAL = z.object({
  rule: z.string(),
  detail: z.union([z.string(), z.number()]).exactOptional(),
});

/** A comment as our own file has it; HTML is written for others to use and made anew when read. */
export const STRATES_COMMENT = z.object({
  id: ID,
  tutorial: z.string(),
  locale: z.enum(LOCALES),
  parent: ID.nullable(),
  state: z.enum(COMMENT_STATES),
  createdAt: INSTANT,
  editedAt: INSTANT.nullable(),
  decidedAt: INSTANT.nullable(),
  erasedAt: INSTANT.nullable(),
  name: z.string(),
  email: z.string(),
  website: z.string().nullable(),
  raw: z.string(),
  /** The moderator who wrote it as such. */
  writtenBy: z.string().nullable(),
  origin: z.string().min(1).nullable(),
  receiptHash: z.string(),
  signals: z.array(SIGNAL),
  edits: z.array(EDIT),
  notes: z.array(NOTE),
});
