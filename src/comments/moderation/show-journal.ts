import type { Service, ServiceContext } from '../service/service.ts';
import { journalPage } from './journal-page.ts';
import { readJournalView } from './journal-view.ts';
import { pathLocale } from './path-locale.ts';
import type { SignedIn } from './session.ts';

/** Acts on one page, and comments whose authors are named for each. */
const PAGE = 50;
const NAMED = 3;

/** `GET …/journal`: who did what. */
export async function showJournal(
  { store, ...service }: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const view = readJournalView(c);
  const before = c.req.query('before') ?? '';
  const { acts, next } = await store.acts({
    moderator: view.moderator || undefined,
    act: view.act || undefined,
    comment: view.comment || undefined,
    limit: PAGE,
    before,
  });
  const named = acts.flatMap((act) =>
    act.kind === 'decision' ? act.changes.slice(0, NAMED).map(({ comment }) => comment) : [],
  );
  const page = journalPage(
    { store, ...service },
    {
      locale: pathLocale(c),
      by,
      view,
      acts,
      names: await store.moderatorNames(),
      authors: await store.authorNames([...new Set(named)]),
      before,
      next,
    },
  );
  return c.html(page);
}
