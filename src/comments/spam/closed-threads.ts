import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import type { Service } from '../service/service.ts';
import { isClosed } from './is-closed.ts';
import { ruleBook } from './rule-book.ts';

type ThreadService = Pick<Service, 'store' | 'settings' | 'now' | 'tutorials'>;

/** Whether the thread of a tutorial takes no more comments. */
export async function threadIsClosed(
  { store, settings, now }: ThreadService,
  { id, updated }: Pick<TutorialEntry, 'id' | 'updated'>,
): Promise<boolean> {
  const { threads } = await ruleBook(store, now());
  const { closeAfterDays } = settings.spam;
  return isClosed({ state: threads.get(id), updated, closeAfterDays, now: now() });
}

/** The tutorials whose threads take no more comments, for the pages that are built. */
export async function closedThreads(service: ThreadService): Promise<readonly string[]> {
  const closed: string[] = [];
  for (const tutorial of service.tutorials.values())
    if (await threadIsClosed(service, tutorial)) closed.push(tutorial.id);
  return closed;
}
