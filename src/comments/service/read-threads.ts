import { createHash } from 'node:crypto';
import type { CommentStore } from '../store/store.ts';
import { sentThread } from './sent-comment.ts';

/** A JSON document ready to send, with a strong validator. */
export interface CachedDocument {
  readonly body: string;
  readonly etag: string;
}

/** How long a document is served without asking the store. Decisions taken here drop it at once. */
const FRESH_MS = 2_000;

/** Approved comments as documents: one query serves all who ask within two seconds. */
export interface ThreadReader {
  thread(tutorial: string): Promise<CachedDocument>;
  /** Everything public, in the shape that the build bakes from. */
  all(): Promise<CachedDocument>;
  /** Forgets what is cached: call it after a decision. */
  refresh(): void;
}

/** `mail`: whether authors can be mailed of replies, which the build must know for its forms. */
export function createThreadReader(
  store: CommentStore,
  now: () => number,
  mail = false,
): ThreadReader {
  const cache = new Map<
    string,
    { readonly until: number; readonly made: Promise<CachedDocument> }
  >();
  const cached = (key: string, make: () => Promise<CachedDocument>): Promise<CachedDocument> => {
    const kept = cache.get(key);
    if (kept && now() < kept.until) return kept.made;
    const made = make();
    cache.set(key, { until: now() + FRESH_MS, made });
    // A failure is not kept: the next reader asks anew.
    made.catch(() => cache.delete(key));
    return made;
  };
  return {
    thread: (tutorial) =>
      cached(`thread:${tutorial}`, async () => {
        const comments = await store.approvedComments(tutorial);
        return toDocument(JSON.stringify({ tutorial, comments: sentThread(comments) }));
      }),
    all: () =>
      cached('all', async () =>
        toDocument(JSON.stringify({ mail, comments: await store.approvedComments() })),
      ),
    refresh: () => {
      cache.clear();
    },
  };
}

/** A document with the validator that follows from its body. */
export function toDocument(body: string): CachedDocument {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { body, etag: `"${hash}"` };
}
