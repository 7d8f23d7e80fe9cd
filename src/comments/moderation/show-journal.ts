import type { Service, ServiceContext } from '../service/service.ts';
import type { CommentStore, Decision } from '../store/store.ts';
import { type JournalEntry, journalPage } from './journal-page.ts';
import { pathLocale } from './path-locale.ts';
import type { SignedIn } from './session.ts';

/** Decisions shown, and authors named for each. */
const SHOWN = 50;
const NAMED = 3;

/** `GET …/journal`: the latest decisions. */
export async function showJournal(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const decisions = await service.store.journal(SHOWN);
  const entries = await Promise.all(decisions.map((decision) => entryOf(service.store, decision)));
  return c.html(journalPage(service, { locale: pathLocale(c), by, entries }));
}

async function entryOf(store: CommentStore, decision: Decision): Promise<JournalEntry> {
  const moderator = await store.findModerator({ id: decision.moderator });
  const named = decision.changes.slice(0, NAMED);
  const comments = await Promise.all(named.map(({ comment }) => store.findComment(comment)));
  return {
    decision,
    moderator: moderator?.name ?? '–',
    authors: comments.flatMap((comment) => comment?.name ?? []),
  };
}
