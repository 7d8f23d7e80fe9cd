import { Hono } from 'hono';
import { newChallenge } from '../spam/proof.ts';
import { changeComment } from './change-comment.ts';
import { crossOriginReads } from './cors.ts';
import { postComment } from './post-comment.ts';
import { RequestProblem } from './problem.ts';
import type { ThreadReader } from './read-threads.ts';
import { replyPage } from './reply-page.ts';
import { sendDocument } from './send-document.ts';
import type { Service, ServiceEnv } from './service.ts';
import { showReceipt } from './show-receipt.ts';

/** Reading and posting: what everybody may do. */
export function commentRoutes(service: Service, reader: ThreadReader): Hono<ServiceEnv> {
  const routes = new Hono<ServiceEnv>();
  routes.use('*', crossOriginReads(service.settings.origins));

  // The threads that there are, `threadReads` has answered by now.
  routes.get('/threads/:file{[\\w-]+\\.json}', () => {
    throw new RequestProblem('unknown-tutorial');
  });
  routes.get('/approved.json', async (c) => sendDocument(c, await reader.all()));
  routes.get('/challenge', async (c) => c.json(await newChallenge(service)));
  routes.post('/threads/:tutorial', (c) => postComment(service, c));
  routes.get('/threads/:tutorial/reply/:locale/:id', (c) => replyPage(service, c));
  routes.get('/receipts/:receipt', (c) => showReceipt(service, c));
  routes.post('/receipts/:receipt', (c) => changeComment(service, reader, c));
  return routes;
}
