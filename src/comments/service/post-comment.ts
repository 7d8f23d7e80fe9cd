import type { Locale } from '../../i18n/locales.ts';
import { isLocale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { isCommenter } from '../personal/commenter-proof.ts';
import { NO_SUBSCRIPTION, subscribeAuthor } from '../personal/subscribe-author.ts';
import { POLICY_VERSION } from '../policy/index.ts';
import { threadIsClosed } from '../spam/closed-threads.ts';
import { judgePosting } from '../spam/judge-posting.ts';
import { takeProof } from '../spam/proof.ts';
import type { StoredComment } from '../store/store.ts';
import type { CommentDraft } from '../thread/comment-form.ts';
import { removedMarkup, removalReason } from '../thread/removal-list.ts';
import { addOnce, findWaitingTwin } from './add-once.ts';
import { localeOf, wantsJson } from './answer.ts';
import { avatarOf } from './avatar-of.ts';
import { composePage } from './compose-page.ts';
import { findParent } from './find-parent.ts';
import { ownState } from './own-comment.ts';
import { problemDocument, PROBLEMS, RequestProblem } from './problem.ts';
import { oneOf, readForm } from './read-form.ts';
import { readSubmission, type Submission } from './read-submission.ts';
import { receiptOf } from './receipt.ts';
import { sentComment } from './sent-comment.ts';
import {
  mayStill,
  requestSource,
  type Service,
  type ServiceContext,
  visitorNetwork,
} from './service.ts';

/** All that is known of one posting once its form is read. */
interface Posting {
  readonly service: Service;
  readonly c: ServiceContext;
  readonly tutorial: TutorialEntry;
  readonly locale: Locale;
  readonly draft: CommentDraft;
  /** Whether the author wants to hear of replies. */
  readonly notify: boolean;
  /** What the browser shows to prove whose address it is: see `commenterProof`. */
  readonly commenter: string;
  /** The published comment that this one answers. */
  readonly parent: StoredComment | null;
  /** What stands in the field that people do not see. */
  readonly trap: string;
  /** Proof of work, as ALTCHA names it. */
  readonly altcha: string;
}

/**
 * `POST /comments/threads/:tutorial`: preview or send. A browser without JavaScript gets pages in
 * the reader's language; whoever accepts JSON gets JSON. Throws `RequestProblem` for what is no
 * posting at all.
 */
export async function postComment(service: Service, c: ServiceContext): Promise<Response> {
  // An anonymous form carries nobody's authority; refusing foreign pages only spares the queue.
  if (requestSource(service, c) === 'foreign') throw new RequestProblem('foreign-origin');
  const tutorial = service.tutorials.get(c.req.param('tutorial') ?? '');
  if (!tutorial) throw new RequestProblem('unknown-tutorial');
  const body = await c.req.arrayBuffer();
  const fields = await readForm({ contentType: c.req.header('content-type'), body });
  const intent = oneOf(fields, 'intent');
  if (intent !== 'preview' && intent !== 'send') throw new RequestProblem('no-intent');
  const asked = oneOf(fields, 'locale');
  const locale = isLocale(asked) ? asked : localeOf(c);
  const draft: CommentDraft = {
    name: oneOf(fields, 'name'),
    email: oneOf(fields, 'email'),
    website: oneOf(fields, 'website'),
    comment: oneOf(fields, 'comment').replaceAll('\r\n', '\n'),
  };
  const notify = oneOf(fields, 'notify') === '1';
  const commenter = oneOf(fields, 'commenter');
  const answered = oneOf(fields, 'parent');
  const parent = await findParent(service.store, { id: answered, tutorial: tutorial.id });
  const [trap, altcha] = [oneOf(fields, 'subject'), oneOf(fields, 'altcha')];
  const posting = { service, c, tutorial, locale, draft, notify, commenter, parent, trap, altcha };
  if (!(await mayStill(service, c, intent === 'preview' ? 'preview' : 'attempt')))
    return refuse(posting, 'too-many');
  if (answered !== '' && parent === null) return refuse(posting, 'parent-gone');
  const submission = readSubmission(draft, locale);
  return intent === 'preview' ? preview(posting, submission) : send(posting, submission);
}

async function preview(posting: Posting, submission: Submission): Promise<Response> {
  const { service, c, locale } = posting;
  // Name and address may come later: only what would keep the comment itself from being shown.
  const errors = submission.errors.filter(({ field }) => field === 'comment');
  if (errors.length) return answerErrors(posting, errors);
  if (!wantsJson(c)) return c.html(composePage(service, { ...posting, preview: submission }));
  const { name, email, website, policy } = submission;
  const removed = policy.removed.map((removal) => ({
    ...removal,
    markup: removedMarkup(removal),
    reason: removalReason(removal, locale),
  }));
  const shown = name || useTranslations(locale)('comments:preview.anonymous');
  const avatar = email && avatarOf(service.secret, email);
  const comment = sentComment({
    id: 'preview',
    tutorial: posting.tutorial.id,
    locale,
    name: shown,
    website,
    avatar,
    html: policy.html,
    createdAt: service.now(),
    parent: posting.parent?.id ?? null,
    editedAt: null,
    erasedAt: null,
    moderator: false,
  });
  return c.json({ comment, removed });
}

async function send(posting: Posting, submission: Submission): Promise<Response> {
  const { service, c, tutorial, locale, draft, notify, commenter, trap, altcha } = posting;
  if (submission.errors.length) return answerErrors(posting, submission.errors);
  const { name, email, website, policy } = submission;
  const posted = {
    tutorial: tutorial.id,
    locale,
    name,
    email,
    website,
    raw: draft.comment,
    html: policy.html,
    policyVersion: POLICY_VERSION,
    parent: posting.parent?.id ?? null,
    avatar: avatarOf(service.secret, email),
    network: visitorNetwork(service, c),
  };
  const twin = await findWaitingTwin(service, posted);
  if (twin) {
    service.log('comment-again', { tutorial: tutorial.id, locale });
    return answerSent(posting, twin);
  }
  if (await threadIsClosed(service, tutorial)) return refuse(posting, 'closed');
  const proof = await takeProof(service, altcha);
  // A program solves another one; a page without JavaScript sends none, and waits in the queue.
  if (proof.kind === 'bad' && wantsJson(c)) return refuse(posting, 'bad-proof');
  if (!(await maySend(posting, email))) return refuse(posting, 'too-many');
  const { to, signals } = await judgePosting(service, {
    ...posted,
    commenter,
    policy,
    proof,
    trap,
  });
  const author =
    notify && to !== 'spam'
      ? await subscribeAuthor(service, c, { email, commenter, locale })
      : NO_SUBSCRIPTION;
  const comment = await addOnce(service, { ...posted, signals }, { author, to });
  service.log('comment-received', { tutorial: tutorial.id, locale, to });
  return answerSent(posting, comment);
}

/** Counts a comment by where it comes from, and by its address where that could be anybody's. */
async function maySend({ service, c, commenter }: Posting, email: string): Promise<boolean> {
  if (!(await mayStill(service, c, 'send'))) return false;
  if (await isCommenter(service, commenter, email)) return true;
  return mayStill(service, c, 'sendAs', email.toLowerCase());
}

function answerSent({ service, c }: Posting, comment: StoredComment): Response {
  const { receipt } = receiptOf(service.secret, comment.id);
  const address = `/comments/receipts/${receipt}`;
  if (!wantsJson(c)) return c.redirect(address, 303);
  const state = ownState(comment);
  return c.json({ receipt, state, comment: sentComment(comment) }, 201, {
    Location: `${address}.json`,
  });
}

function answerErrors(
  posting: Posting,
  errors: Submission['errors'],
): Response | Promise<Response> {
  const { service, c, locale } = posting;
  if (!wantsJson(c)) return c.html(composePage(service, { ...posting, errors }), 422);
  const detail = useTranslations(locale)('comments:errors.summary', { count: errors.length });
  return problemDocument({ code: 'wrong-fields', detail }, errors);
}

/** Refuses a posting for now, or as it is; the form keeps what was typed. */
async function refuse(
  posting: Posting,
  code: 'too-many' | 'parent-gone' | 'closed' | 'bad-proof',
): Promise<Response> {
  const { service, c, locale } = posting;
  const detail = useTranslations(locale)(`comments:problem.${code}`);
  const response = wantsJson(c)
    ? problemDocument({ code, detail })
    : await c.html(composePage(service, { ...posting, notice: detail }), PROBLEMS[code]);
  if (code === 'too-many')
    response.headers.set('Retry-After', String(Math.ceil(service.limits.send.windowMs / 1000)));
  return response;
}
