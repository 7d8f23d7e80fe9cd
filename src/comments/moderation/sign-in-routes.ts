import { passPassword } from '../accounts/pass-password.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { oneOf } from '../service/read-form.ts';
import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import { verifyPassword } from './password.ts';
import { pathLocale } from './path-locale.ts';
import { placeAfter } from './place-after.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { requireOwnForm, signedIn, type SignedIn, signOut } from './session.ts';
import { signInPage } from './sign-in-page.ts';

/** `GET …/sign-in`. */
export async function showSignIn(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  if (await signedIn(service, c)) return c.redirect(`/moderation/${locale}/pending`, 303);
  return c.html(signInPage(service, { locale, then: placeAfter(c) }));
}

/**
 * `POST …/sign-in`. Attempts are counted by network address and by account, so that neither many
 * accounts from one place nor one account from many places can be tried without end.
 */
export async function acceptSignIn(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const t = useTranslations(locale);
  const fields = await readModerationForm(c);
  requireOwnForm(service, c);
  const email = oneOf(fields, 'email').trim();
  const refuse = (problem: string, status: 403 | 429): Response | Promise<Response> =>
    c.html(signInPage(service, { locale, email, then: placeAfter(c), problem }), status);

  const mayFrom = await mayStill(service, c, 'signInFrom');
  const mayAs = await mayStill(service, c, 'signInAs', email.toLowerCase());
  if (!mayFrom || !mayAs) return refuse(t('moderation:signIn.tooMany'), 429);
  const moderator = await service.store.findModerator({ email });
  const right = await verifyPassword(oneOf(fields, 'password'), moderator?.passwordHash ?? null);
  if (!moderator || !right || moderator.disabledAt !== null) {
    service.log('sign-in-refused');
    return refuse(t('moderation:signIn.wrong'), 403);
  }
  return passPassword(service, c, moderator);
}

/** `POST …/sign-out`. */
export async function leave(service: Service, c: ServiceContext, by: SignedIn): Promise<Response> {
  requireOwnForm(service, c, { fields: await readModerationForm(c), by });
  await signOut(service, c, by);
  return c.redirect(`/moderation/${pathLocale(c)}/sign-in`, 303);
}
