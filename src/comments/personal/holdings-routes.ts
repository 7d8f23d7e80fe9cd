import { z } from 'zod';
import { wantsJson } from '../service/answer.ts';
import { jobsAfterPublicChange } from '../service/follow-ups.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf, readForm } from '../service/read-form.ts';
import type { ThreadReader } from '../service/read-threads.ts';
import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import { sha256 } from '../service/token.ts';
import { type Erasure, ERASURES, type Holdings } from '../store/personal-store.ts';
import { expiredPage } from './expired-page.ts';
import { erasedPage, holdingsPage } from './holdings-page.ts';
import { pathLocale } from './path-locale.ts';
import { linkPath } from './personal-links.ts';

const DATA = z.object({ email: z.string() });

/** One request under a link that is good, by the owner of the address. */
interface OwnRequest {
  readonly service: Service;
  readonly c: ServiceContext;
  readonly reader: ThreadReader;
  readonly token: string;
  readonly held: Holdings;
  readonly how: string;
  readonly sure: boolean;
}

/** What the buttons of the page do. */
const INTENTS: Readonly<Record<string, (own: OwnRequest) => Response | Promise<Response>>> = {
  export: exportHoldings,
  erase,
  'mail-on': (own) => turnMail(own, true),
  'mail-off': (own) => turnMail(own, false),
};

/** `GET …/personal/<token>`: shows what is held and changes nothing. */
export async function showHoldings(service: Service, c: ServiceContext): Promise<Response> {
  const token = c.req.param('token') ?? '';
  const held = await holdingsOf(service, c, token);
  if (!held) return expiredPage(service, c, 'personal');
  return c.html(holdingsPage(service, { locale: pathLocale(c), token, held }));
}

/**
 * `POST …/personal/<token>`: export, erase, mail on or off. Whoever has the link has the mailbox;
 * a page of another site cannot know it.
 */
export function acceptHoldings(reader: ThreadReader) {
  return async (service: Service, c: ServiceContext): Promise<Response> => {
    const token = c.req.param('token') ?? '';
    const body = await c.req.arrayBuffer();
    const fields = await readForm({ contentType: c.req.header('content-type'), body });
    const intent = oneOf(fields, 'intent');
    const act = Object.hasOwn(INTENTS, intent) ? INTENTS[intent] : undefined;
    if (!act) throw new RequestProblem('no-intent');
    const held = await holdingsOf(service, c, token);
    if (!held) return expiredPage(service, c, 'personal');
    const [how, sure] = [oneOf(fields, 'how'), oneOf(fields, 'sure') === '1'];
    return act({ service, c, reader, token, held, how, sure });
  };
}

async function holdingsOf(
  service: Service,
  c: ServiceContext,
  token: string,
): Promise<Holdings | null> {
  if (!(await mayStill(service, c, 'mailedLink'))) throw new RequestProblem('too-many');
  const now = service.now();
  const link = { tokenHash: sha256(token), purpose: 'personal', now } as const;
  const found = await service.store.findLink(link);
  return found && service.store.holdings(DATA.parse(found.data).email);
}

function exportHoldings({ service, c, held }: OwnRequest): Response {
  service.log('personal-exported');
  const exportedAt = service.now();
  const day = new Date(exportedAt).toISOString().slice(0, 10);
  return c.body(JSON.stringify({ exportedAt, ...held }, null, 2), 200, {
    'Content-Type': 'application/json',
    'Content-Disposition': `attachment; filename="strates-${day}.json"`,
  });
}

async function erase({
  service,
  c,
  reader,
  token,
  held,
  how,
  sure,
}: OwnRequest): Promise<Response> {
  const locale = pathLocale(c);
  if (!isErasure(how)) throw new RequestProblem('bad-form');
  if (!sure && wantsJson(c)) throw new RequestProblem('bad-form');
  if (!sure) return c.html(holdingsPage(service, { locale, token, held, unsure: true }), 422);
  const now = service.now();
  const jobs = jobsAfterPublicChange(service);
  const count = await service.store.erase({ email: held.email, how, now, jobs });
  reader.refresh();
  service.log('personal-erased', { how, count });
  return wantsJson(c)
    ? c.json({ state: 'erased', comments: count })
    : c.html(erasedPage(service, locale, count));
}

async function turnMail({ service, c, token, held }: OwnRequest, on: boolean): Promise<Response> {
  await service.store.setMail(held.email, { on, now: service.now() });
  service.log(on ? 'mail-resumed' : 'mail-stopped', { scope: 'all' });
  if (wantsJson(c)) return c.json({ state: on ? 'resumed' : 'stopped' });
  return c.redirect(linkPath('personal', pathLocale(c), token), 303);
}

function isErasure(how: string): how is Erasure {
  return (ERASURES as readonly string[]).includes(how);
}
