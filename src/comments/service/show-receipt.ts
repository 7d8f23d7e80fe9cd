import type { StoredComment } from '../store/store.ts';
import { wantsJson } from './answer.ts';
import { mayChange, ownState } from './own-comment.ts';
import { RequestProblem } from './problem.ts';
import { receiptPage } from './receipt-page.ts';
import { redeemReceipt } from './receipt.ts';
import { sentComment } from './sent-comment.ts';
import type { Service, ServiceContext } from './service.ts';

/**
 * `GET /comments/receipts/<receipt>`: what became of one's own comment; `<receipt>.json` tells
 * programs the same.
 */
export async function showReceipt(service: Service, c: ServiceContext): Promise<Response> {
  const [receipt = '', json] = (c.req.param('receipt') ?? '').split(/(\.json)$/);
  const comment = await redeemReceipt(service, receipt);
  const tutorial = comment && service.tutorials.get(comment.tutorial);
  if (!comment || !tutorial) throw new RequestProblem('not-found');
  c.header('Cache-Control', 'no-store');
  return json === undefined && !wantsJson(c)
    ? c.html(receiptPage(service, { comment, tutorial }))
    : c.json(receiptDocument(service, comment));
}

/** A comment as its author gets it; with the text as typed while that may be changed. */
export function receiptDocument({ now }: Pick<Service, 'now'>, comment: StoredComment) {
  return {
    state: ownState(comment),
    tutorial: comment.tutorial,
    raw: mayChange(comment, now()) ? comment.raw : null,
    comment: sentComment(comment),
  };
}
