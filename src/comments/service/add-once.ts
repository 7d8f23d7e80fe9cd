import { type AuthorSubscription, NO_SUBSCRIPTION } from '../personal/subscribe-author.ts';
import { StoreError } from '../store/store-error.ts';
import { akismetJobs } from '../spam/akismet-job.ts';
import type { Judgement } from '../spam/judge-posting.ts';
import type { NewComment, StoredComment, Verdict } from '../store/store.ts';
import { jobsAfterDecision, jobsAfterPosting } from './follow-ups.ts';
import { receiptOf } from './receipt.ts';
import type { Service } from './service.ts';
import { keyedToken, randomToken } from './token.ts';

/** The same words within this time are one posting: a second click, or a page loaded again. */
const SAME_MS = 10 * 60_000;

/** A comment as it was posted; its id, its time and its receipt are given here. */
export type Posted = Omit<NewComment, 'id' | 'createdAt' | 'receiptHash'>;

/** The comment that waits since the same person posted the same words; null when there is none. */
export async function findWaitingTwin(
  { store, secret, now }: Pick<Service, 'store' | 'secret' | 'now'>,
  posted: Posted,
): Promise<StoredComment | null> {
  const at = now();
  for (const since of [at, at - SAME_MS]) {
    const twin = await store.findComment(idOf(secret, posted, since));
    // Whoever changed their comment since, and sends the first words anew, means another one.
    // What the rules decided as it came in was decided by nobody since.
    const undecided = twin?.state === 'pending' || twin?.decidedAt === twin?.createdAt;
    if (twin && undecided && twin.raw === posted.raw && twin.createdAt > at - SAME_MS) return twin;
  }
  return null;
}

/**
 * Adds a comment that has no waiting twin. Its id follows from its words and, in steps, from the
 * time: of two that arrive at once, at whichever process, the database takes one, and both get it.
 */
export async function addOnce(
  service: Service,
  posted: Posted,
  {
    author = NO_SUBSCRIPTION,
    to = 'pending',
  }: { author?: AuthorSubscription; to?: Judgement['to'] } = {},
): Promise<StoredComment> {
  const { store, secret, now } = service;
  const createdAt = now();
  const jobs = to === 'pending' ? await jobsAfterPosting(service, createdAt) : [];
  const verdict = verdictOf(service, to);
  const add = (id: string): Promise<StoredComment> =>
    store.addComment(
      { ...posted, id, createdAt, receiptHash: receiptOf(secret, id).hash },
      {
        jobs: [...jobs, ...author.jobs(id), ...(to === 'pending' ? akismetJobs(service, id) : [])],
        ...(author.subscription && { subscription: author.subscription }),
        ...(verdict && { verdict }),
      },
    );
  try {
    return await add(idOf(secret, posted, createdAt));
  } catch (error) {
    if (!(error instanceof StoreError && error.code === 'exists')) throw error;
    // The twin came in between, or a moderator has decided on it: then this is another comment.
    return (await findWaitingTwin(service, posted)) ?? (await add(randomToken(16)));
  }
}

function verdictOf(service: Service, to: Judgement['to']): Verdict | null {
  if (to === 'pending') return null;
  if (to === 'spam') return { to };
  return { to, decision: randomToken(16), jobs: jobsAfterDecision(service) };
}

/** Nobody without the secret can tell an id from the words, or the words from an id. */
function idOf(secret: string, posted: Posted, at: number): string {
  const { tutorial, parent = null, email, name, website, raw } = posted;
  const step = Math.floor(at / SAME_MS);
  return keyedToken(secret, JSON.stringify([step, tutorial, parent, email, name, website, raw]));
}
