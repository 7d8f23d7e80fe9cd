import { createHash } from 'node:crypto';
import { closedThreads, threadIsClosed } from '../spam/closed-threads.ts';
import { sentThread } from './sent-comment.ts';
import type { Service } from './service.ts';

/** A JSON document ready to send, with a strong validator. */
export interface CachedDocument {
  readonly body: string;
  /** `body` in UTF-8. */
  readonly bytes: Uint8Array<ArrayBuffer>;
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

/** Reads from the store of `service`. */
export function createThreadReader(service: Service): ThreadReader {
  const { store, now, settings, tutorials } = service;
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
        const lesson = tutorials.get(tutorial);
        const closed = lesson !== undefined && (await threadIsClosed(service, lesson));
        const thread = { tutorial, ...(closed && { closed }), comments: sentThread(comments) };
        return toDocument(JSON.stringify(thread));
      }),
    all: () =>
      cached('all', async () => {
        const mail = settings.mail !== null;
        const closed = await closedThreads(service);
        return toDocument(
          JSON.stringify({ mail, closed, comments: await store.approvedComments() }),
        );
      }),
    refresh: () => {
      cache.clear();
    },
  };
}

/** A document with the validator that follows from its body. */
export function toDocument(body: string): CachedDocument {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  return { body, bytes: new TextEncoder().encode(body), etag: `"${hash}"` };
}
