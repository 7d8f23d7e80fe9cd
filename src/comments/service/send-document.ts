import type { CachedDocument } from './read-threads.ts';
import type { ServiceContext } from './service.ts';

/** Browsers ask each time and mostly hear 304; caches in front may answer for five seconds. */
export const READ_CACHE = 'public, max-age=0, s-maxage=5, must-revalidate';

/** Sends a document, or 304 to whoever has it. */
export function sendDocument(
  c: ServiceContext,
  { body, etag }: CachedDocument,
  type = 'application/json',
): Response {
  const headers = { 'Cache-Control': READ_CACHE, ETag: etag };
  if (isKnown(c, etag)) return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': type });
}

/** Whether the browser, or a cache before it, has the document of this tag. */
export function isKnown(c: ServiceContext, etag: string): boolean {
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim());
  return known.some((each) => each === etag || each === `W/${etag}`);
}
