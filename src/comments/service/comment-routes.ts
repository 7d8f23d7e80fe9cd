import { Hono } from 'hono';
import { newChallenge } from '../spam/proof.ts';
import { wantsJson } from './answer.ts';
import { crossOriginReads } from './cors.ts';
import { postComment } from './post-comment.ts';
import { RequestProblem } from './problem.ts';
import type { CachedDocument, ThreadReader } from './read-threads.ts';
import { receiptPage, RECEIPT_STATES } from './receipt-page.ts';
import { redeemReceipt } from './receipt.ts';
import { sentComment } from './sent-comment.ts';
import type { Service, ServiceContext, ServiceEnv } from './service.ts';

/** Browsers ask each time and mostly hear 304; caches in front may answer for five seconds. */
const READ_CACHE = 'public, max-age=0, s-maxage=5, must-revalidate';

/** Reading and posting: what everybody may do. */
export function commentRoutes(service: Service, reader: ThreadReader): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>();
  routes.use('*', crossOriginReads(service.settings.origins));

  routes.get('/threads/:file{[\\w-]+\\.json}', async (c) => {
    const tutorial = c.req.param('file').slice(0, -'.json'.length);
    if (!service.tutorials.has(tutorial)) throw new RequestProblem('unknown-tutorial');
    return sendDocument(c, await reader.thread(tutorial));
  });
  routes.get('/approved.json', async (c) => sendDocument(c, await reader.all()));
  routes.get('/challenge', async (c) => c.json(await newChallenge(service)));
  routes.post('/threads/:tutorial', (c) => postComment(service, c));
  routes.get('/receipts/:receipt', (c) => showReceipt(service, c));
  return routes;
}

function sendDocument(c: ServiceContext, { body, etag }: CachedDocument): Response {
  const headers = { 'Cache-Control': READ_CACHE, ETag: etag };
  const known = (c.req.header('if-none-match') ?? '').split(',').map((each) => each.trim());
  if (known.some((each) => each === etag || each === `W/${etag}`))
    return c.body(null, 304, headers);
  return c.body(body, 200, { ...headers, 'Content-Type': 'application/json' });
}

/** `/receipts/<receipt>` is a page, `/receipts/<receipt>.json` the same for programs. */
async function showReceipt(service: Service, c: ServiceContext): Promise<Response> {
  const [receipt = '', json] = (c.req.param('receipt') ?? '').split(/(\.json)$/);
  const comment = await redeemReceipt(service.store, receipt);
  const tutorial = comment && service.tutorials.get(comment.tutorial);
  if (!comment || !tutorial) throw new RequestProblem('not-found');
  if (json === undefined && !wantsJson(c))
    return c.html(receiptPage(service, { comment, tutorial }));
  const state = RECEIPT_STATES[comment.state];
  return c.json({ state, tutorial: tutorial.id, comment: sentComment(comment) });
}
