import { POLICY_VERSION } from '../policy/index.ts';
import { judgeEdit } from '../spam/judge-posting.ts';
import type { Instant, StoredComment } from '../store/store.ts';
import { wantsJson } from './answer.ts';
import { jobsAfterPosting, jobsAfterPublicChange } from './follow-ups.ts';
import { mayChange, saysOtherwise } from './own-comment.ts';
import { problemDocument, RequestProblem } from './problem.ts';
import { oneOf, readForm } from './read-form.ts';
import { readSubmission } from './read-submission.ts';
import type { ThreadReader } from './read-threads.ts';
import { receiptPage } from './receipt-page.ts';
import { redeemReceipt } from './receipt.ts';
import { mayStill, requestSource, type Service, type ServiceContext } from './service.ts';
import { receiptDocument } from './show-receipt.ts';

/** All that is known of an author's wish to change a comment. */
interface Change {
  readonly service: Service;
  readonly reader: ThreadReader;
  readonly c: ServiceContext;
  readonly comment: StoredComment;
}

/**
 * `POST /comments/receipts/:receipt`: its author edits a comment, previews the edit, or takes the
 * comment back. The receipt is the proof. Throws `RequestProblem` for what cannot be done.
 */
export async function changeComment(
  service: Service,
  reader: ThreadReader,
  c: ServiceContext,
): Promise<Response> {
  if (requestSource(service, c) === 'foreign') throw new RequestProblem('foreign-origin');
  const comment = await redeemReceipt(service, c.req.param('receipt') ?? '');
  if (!comment) throw new RequestProblem('not-found');
  const body = await c.req.arrayBuffer();
  const fields = await readForm({ contentType: c.req.header('content-type'), body });
  const intent = oneOf(fields, 'intent');
  if (intent !== 'preview' && intent !== 'edit' && intent !== 'withdraw')
    throw new RequestProblem('no-intent');
  if (!(await mayStill(service, c, 'change'))) throw new RequestProblem('too-many');
  const change: Change = { service, reader, c, comment };
  // Whoever sends this twice has what they want.
  if (intent === 'withdraw' && comment.erasedAt !== null) return answer(change, comment);
  if (!mayChange(comment, service.now())) throw new RequestProblem('too-late');
  if (intent === 'withdraw') return withdraw(change);
  return edit(change, oneOf(fields, 'comment').replaceAll('\r\n', '\n'), intent);
}

async function withdraw(change: Change): Promise<Response> {
  const { service, comment } = change;
  const { id, state } = comment;
  const jobs = state === 'approved' ? jobsAfterPublicChange(service) : [];
  await service.store.withdrawComment({ comment: id, at: service.now(), jobs });
  service.log('comment-withdrawn', { from: state });
  change.reader.refresh();
  return answer(change, (await service.store.findComment(id)) ?? comment);
}

async function edit(change: Change, raw: string, intent: 'preview' | 'edit'): Promise<Response> {
  const { service, c, comment } = change;
  const { name, email, locale } = comment;
  const website = comment.website ?? '';
  const { policy, errors: all } = readSubmission({ name, email, website, comment: raw }, locale);
  // Name and address were taken when it was posted.
  const errors = all.filter(({ field }) => field === 'comment');
  const tutorial = service.tutorials.get(comment.tutorial);
  if (!tutorial) throw new RequestProblem('not-found');
  if (errors.length && wantsJson(c))
    return problemDocument({ code: 'wrong-fields', detail: errors[0]?.message ?? '' }, errors);
  if (errors.length || intent === 'preview') {
    const inHand = { text: raw, errors, ...(errors.length === 0 && { preview: policy }) };
    const status = errors.length ? 422 : 200;
    return c.html(receiptPage(service, { comment, tutorial, change: inHand }), status);
  }
  if (raw === comment.raw) return answer(change, comment);
  const matters = saysOtherwise(raw, comment.raw);
  const at = service.now();
  const edited = await service.store.editComment({
    seen: comment,
    raw,
    html: policy.html,
    policyVersion: POLICY_VERSION,
    at,
    to: matters && comment.state === 'approved' ? 'pending' : comment.state,
    signals: await judgeEdit(service, comment, policy),
    jobs: await jobsAfter(change, { matters, at }),
  });
  if (!edited) throw new RequestProblem('too-late');
  service.log('comment-edited', { from: comment.state, to: edited.state });
  change.reader.refresh();
  return answer(change, edited);
}

/** What was published and is read anew: moderators hear of it, and the pages go without it. */
async function jobsAfter(
  { service, comment }: Change,
  { matters, at }: { matters: boolean; at: Instant },
) {
  if (comment.state !== 'approved') return [];
  const published = jobsAfterPublicChange(service);
  return matters ? [...published, ...(await jobsAfterPosting(service, at))] : published;
}

/** The comment as it now stands. */
function answer({ service, c }: Change, comment: StoredComment): Response {
  if (wantsJson(c)) return c.json(receiptDocument(service, comment));
  return c.redirect(`/comments/receipts/${c.req.param('receipt') ?? ''}`, 303);
}
