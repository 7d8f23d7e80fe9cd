import { useTranslations } from '../../i18n/translations.ts';
import { ownForm } from '../accounts/own-form.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import type { SignedIn } from '../moderation/session.ts';
import { jobsAfterPublicChange } from '../service/follow-ups.ts';
import { RequestProblem } from '../service/problem.ts';
import { type FormFields, oneOf } from '../service/read-form.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import { BLOCK_KINDS, type BlockKind } from '../store/rules-store.ts';
import { cleanBlock, TYPED_KINDS, WORD_LENGTH } from './clean-block.ts';
import { forgetRules } from './rule-book.ts';
import { rulesPage } from './rules-page.ts';
import { rulesView } from './show-rules.ts';

const DAY = 86_400_000;

/** How long a network stays blocked: addresses change hands. */
export const NETWORK_BLOCK_MS = 30 * DAY;

const THREAD_ACTS = {
  close: { state: 'closed', done: 'closed' },
  keep: { state: 'open', done: 'opened' },
  age: { state: null, done: 'by-age' },
} as const;

/**
 * `POST …/rules`. `act=add` with `kind` and `value`, or with `kind` and `comment` (its id) to block
 * what that comment came with: its address, mail domain, website or network; `back` may name the
 * moderation page to return to. `act=remove:<id>`; `act=close:<tutorial>`, `keep:`, `age:`.
 */
export function changeRules(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext, by: SignedIn): Promise<Response> => {
    const fields = await ownForm(service, c, by);
    const [act = '', of = ''] = oneOf(fields, 'act').split(':');
    if (act === 'add') return add(service, c, by, fields);
    if (act === 'remove') return remove(service, c, by, of);
    if (!Object.hasOwn(THREAD_ACTS, act) || !service.tutorials.has(of))
      throw new RequestProblem('bad-form');
    const { state, done } = THREAD_ACTS[act as keyof typeof THREAD_ACTS];
    const { store, now, log } = service;
    await store.setThread({ tutorial: of, state, moderator: by.moderator.id, at: now() });
    await store.enqueue(jobsAfterPublicChange(service));
    forgetRules(store);
    reader.refresh();
    log('thread-changed', { tutorial: of, done });
    return backTo(c, `done=${done}&thread=${of}`);
  };
}

async function add(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
  fields: FormFields,
): Promise<Response> {
  const { store, now, log } = service;
  const kind = BLOCK_KINDS.find((each) => each === oneOf(fields, 'kind'));
  if (!kind) throw new RequestProblem('bad-form');
  const value = await valueOf(service, kind, fields);
  if (value === null) return wrong(service, c, by, kind, fields);
  const createdAt = now();
  const added = await store.addBlock({
    id: randomToken(16),
    kind,
    value,
    moderator: by.moderator.id,
    createdAt,
    expiresAt: kind === 'network' ? createdAt + NETWORK_BLOCK_MS : null,
  });
  forgetRules(store);
  if (added) log('rule-added', { kind });
  const back = oneOf(fields, 'back');
  if (/^\/moderation\/(?:fr|en)\/[\w/-]+(?:\?[\w=.&%+-]*)?$/.test(back))
    return c.redirect(back, 303);
  return backTo(c, `done=${added ? 'added' : 'there'}`);
}

async function remove(
  { store, now, log }: Service,
  c: ServiceContext,
  by: SignedIn,
  id: string,
): Promise<Response> {
  const removed = await store.removeBlock({ id, moderator: by.moderator.id, at: now() });
  forgetRules(store);
  if (removed) log('rule-removed', { kind: removed.kind });
  return backTo(c, removed ? 'done=removed' : '');
}

/** What to block: typed, or taken from a comment. Null when it makes no rule. */
async function valueOf(
  { store }: Service,
  kind: BlockKind,
  fields: FormFields,
): Promise<string | null> {
  const id = oneOf(fields, 'comment');
  const comment = id === '' ? null : await store.findComment(id);
  if (kind === 'network') return comment?.network ?? null;
  const taken = { address: comment?.email, domain: comment?.email, website: comment?.website };
  const typed = comment && kind !== 'word' ? taken[kind] : oneOf(fields, 'value');
  const cleaned = cleanBlock(kind, typed ?? '');
  return cleaned.ok ? cleaned.value : null;
}

async function wrong(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
  kind: BlockKind,
  fields: FormFields,
): Promise<Response> {
  const t = useTranslations(pathLocale(c));
  const typed = TYPED_KINDS.find((each) => each === kind);
  const message = typed
    ? t(`spam:rules.malformed.${typed}`, WORD_LENGTH)
    : t('spam:rules.noNetwork');
  const value = oneOf(fields, 'value');
  const view = await rulesView(service, c, by);
  return c.html(rulesPage(service, { ...view, wrong: { kind, value, message } }), 422);
}

function backTo(c: ServiceContext, query: string): Response {
  return c.redirect(`/moderation/${pathLocale(c)}/rules${query && `?${query}`}`, 303);
}
