import { pathLocale } from '../moderation/path-locale.ts';
import { placeAfter, thenQuery } from '../moderation/place-after.ts';
import { signIn } from '../moderation/session.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import type { Moderator } from '../store/store.ts';
import { auditAct } from './audit-act.ts';

/**
 * What follows a right password, or a mailed link in its place: a full session, or a half one where
 * a second factor is to come (or to be set up, when the operator wants one). The answer leads on.
 */
export async function passPassword(
  service: Service,
  c: ServiceContext,
  moderator: Moderator,
): Promise<Response> {
  const { settings, store } = service;
  const half = settings.requireSecondFactor || (await store.secondFactor(moderator.id)) !== null;
  const base = `/moderation/${pathLocale(c)}`;
  if (half) {
    await signIn(service, c, moderator, 'second-factor');
    return c.redirect(`${base}/second-factor${thenQuery(placeAfter(c))}`, 303);
  }
  await passFully(service, c, moderator, 'password');
  return c.redirect(placeAfter(c) ?? `${base}/pending`, 303);
}

/** A full session, written down with how it was earned. */
export async function passFully(
  service: Service,
  c: ServiceContext,
  moderator: Moderator,
  by: 'password' | 'code' | 'recovery-code' | 'passkey',
): Promise<void> {
  await signIn(service, c, moderator);
  await auditAct(service, moderator.id, 'sign-in', { by });
  service.log('signed-in', { by });
}
