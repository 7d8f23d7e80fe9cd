import { z } from 'zod';
import { wantsJson } from '../service/answer.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf, readForm } from '../service/read-form.ts';
import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import { sha256 } from '../service/token.ts';
import { commenterProof } from './commenter-proof.ts';
import { confirmedPage, confirmPage } from './confirm-page.ts';
import { expiredPage } from './expired-page.ts';
import { pathLocale } from './path-locale.ts';
import { stoppedPage } from './unsubscribe-page.ts';

const DATA = z.object({ comment: z.string() });

/** `GET …/confirm/<token>`: shows, and does not use the link up. */
export async function showConfirm(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const token = c.req.param('token') ?? '';
  const link = await findConfirm(service, c, token);
  const address = link && (await service.store.findAddress(link.subject));
  if (!address) return expiredPage(service, c, 'confirm');
  const asked = await service.store.subscriptionsOf(address.key);
  const waiting = asked.filter(({ confirmedAt }) => confirmedAt === null);
  return c.html(confirmPage(service, { locale, token, email: address.email, waiting }));
}

/**
 * `POST …/confirm/<token>`: confirms, or wants no mail ever. Whoever has the link has the mailbox:
 * that is all the authority that it needs, from wherever it is sent.
 */
export async function acceptConfirm(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const token = c.req.param('token') ?? '';
  const body = await c.req.arrayBuffer();
  const fields = await readForm({ contentType: c.req.header('content-type'), body });
  const intent = oneOf(fields, 'intent');
  if (intent !== 'confirm' && intent !== 'stop') throw new RequestProblem('no-intent');
  const link = await findConfirm(service, c, token);
  if (!link) return expiredPage(service, c, 'confirm');
  const now = service.now();
  if (intent === 'stop') {
    await service.store.setMail(link.subject, { on: false, now });
    service.log('mail-stopped', { scope: 'all' });
    return wantsJson(c) ? c.json({ state: 'stopped' }) : c.html(stoppedPage(service, locale));
  }
  const confirmed = await service.store.confirmAddress({ tokenHash: sha256(token), now });
  if (!confirmed) return expiredPage(service, c, 'confirm');
  service.log('address-confirmed');
  const proof = commenterProof(service.secret, confirmed);
  if (wantsJson(c)) return c.json({ state: 'confirmed', proof });
  const asked = DATA.safeParse(confirmed.data).data;
  const comment = asked && (await service.store.findComment(asked.comment));
  const tutorial = comment ? service.tutorials.get(comment.tutorial) : undefined;
  return c.html(confirmedPage(service, { locale, tutorial, proof }));
}

async function findConfirm(service: Service, c: ServiceContext, token: string) {
  if (!(await mayStill(service, c, 'mailedLink'))) throw new RequestProblem('too-many');
  const link = { tokenHash: sha256(token), purpose: 'confirm', now: service.now() };
  return service.store.findLink(link);
}
