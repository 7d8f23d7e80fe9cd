import { wantsJson } from '../service/answer.ts';
import { RequestProblem } from '../service/problem.ts';
import { type FormFields, oneOf, readForm } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import type { MailScope } from '../store/address-store.ts';
import { pathLocale } from './path-locale.ts';
import { readUnsubscribeToken } from './unsubscribe-token.ts';
import { stoppedPage, unsubscribePage } from './unsubscribe-page.ts';

/** `GET …/unsubscribe/<token>`: asks; mail scanners that follow the link end nothing. */
export async function showUnsubscribe(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const id = subscriptionOf(service, c);
  const subscription = await service.store.findSubscription(id);
  const title = service.tutorials.get(subscription?.tutorial ?? '')?.title[locale] ?? null;
  return c.html(unsubscribePage(service, { locale, token: c.req.param('token') ?? '', title }));
}

/**
 * `POST …/unsubscribe/<token>`: by the page's buttons, or by the reader's mail program (RFC 8058),
 * which sends `List-Unsubscribe=One-Click` without a session, from any origin. The answer is the
 * same when there was nothing left to end.
 */
export async function acceptUnsubscribe(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const subscription = subscriptionOf(service, c);
  const body = await c.req.arrayBuffer();
  const fields = await readForm({ contentType: c.req.header('content-type'), body });
  const scope = readScope(fields);
  await service.store.stopMail({ subscription, scope, now: service.now() });
  service.log('mail-stopped', { scope });
  return wantsJson(c) ? c.json({ state: 'stopped' }) : c.html(stoppedPage(service, locale));
}

function readScope(fields: FormFields): MailScope {
  const scope = oneOf(fields, 'scope');
  if (scope === 'thread' || scope === 'all') return scope;
  if (/^one-click$/i.test(oneOf(fields, 'List-Unsubscribe'))) return 'thread';
  throw new RequestProblem('no-intent');
}

/** Not counted: mail programs of thousands of readers may share one address of the network. */
function subscriptionOf(service: Service, c: ServiceContext): string {
  const id = readUnsubscribeToken(service.secret, c.req.param('token') ?? '');
  if (id === null) throw new RequestProblem('not-found');
  return id;
}
