import { useTranslations } from '../../i18n/translations.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import type { SignedIn } from '../moderation/session.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { isClosed } from './is-closed.ts';
import { rulesPage, type RulesView } from './rules-page.ts';

/** What `?done=` may say of a block. */
const BLOCK_DONE = ['added', 'there', 'removed'] as const;
/** What it may say of a thread, with `&thread=`. */
const THREAD_DONE = ['closed', 'opened', 'by-age'] as const;

/** `GET …/rules`. */
export async function showRules(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const done = sentence(service, c);
  const view = await rulesView(service, c, by);
  return c.html(rulesPage(service, { ...view, ...(done !== null && { done }) }));
}

/** The page as things stand. */
export async function rulesView(
  { store, settings, tutorials, now }: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<RulesView> {
  const blocks = await store.blocks(now());
  const states = new Map((await store.threadStates()).map((row) => [row.tutorial, row]));
  const { closeAfterDays } = settings.spam;
  const threads = [...tutorials.values()].map((tutorial) => {
    const said = states.get(tutorial.id) ?? null;
    const { updated } = tutorial;
    const closed = isClosed({ state: said?.state, updated, closeAfterDays, now: now() });
    return { tutorial, closed, said };
  });
  const names = new Map<string, string>();
  for (const id of new Set([...blocks, ...states.values()].map(({ moderator }) => moderator))) {
    const moderator = id === null ? null : await store.findModerator({ id });
    if (moderator) names.set(moderator.id, moderator.name);
  }
  return { locale: pathLocale(c), by, blocks, threads, names };
}

function sentence({ tutorials }: Service, c: ServiceContext): string | null {
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const done = c.req.query('done');
  const block = BLOCK_DONE.find((each) => each === done);
  if (block) return t(`spam:rules.done.${block}`);
  const thread = THREAD_DONE.find((each) => each === done);
  const title = tutorials.get(c.req.query('thread') ?? '')?.title[locale];
  return thread && title !== undefined ? t(`spam:rules.done.${thread}`, { title }) : null;
}
