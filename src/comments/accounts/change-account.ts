import { isLocale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { hashPassword, PASSWORD_LENGTH, passwordProblem } from '../moderation/password.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import { signIn, type SignedIn } from '../moderation/session.ts';
import { cleanName } from '../policy/index.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { auditAct } from './audit-act.ts';
import { checkPresentPassword } from './check-factor.ts';
import { ownForm } from './own-form.ts';
import { MAILS } from './profile-part.ts';
import { accountAnswer, toAccount } from './show-account.ts';

/** `POST …/account/profile`. */
export async function changeProfile(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const name = cleanName(oneOf(fields, 'name'));
  const locale = oneOf(fields, 'language');
  const mail = MAILS.find((each) => each === oneOf(fields, 'mail'));
  if (!isLocale(locale) || !mail) throw new RequestProblem('bad-form');
  if (!name.ok) {
    const t = useTranslations(pathLocale(c));
    const errors = { 'profile-name': t('accounts:error.nameMissing') };
    return accountAnswer(service, c, { by, errors }, 422);
  }
  await service.store.updateModerator(by.moderator.id, { name: name.value, locale, mail });
  return toAccount(c, 'profile');
}

/** `POST …/account/password`: other sessions end, and this one goes on under a new token. */
export async function changePassword(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const { moderator } = by;
  const t = useTranslations(pathLocale(c));
  const password = oneOf(fields, 'password');
  const wrong = passwordProblem(password);
  if (wrong !== null) {
    const key = wrong === 'too-short' ? 'tooShort' : 'tooLong';
    const errors = { 'password-new': t(`moderation:invitation.${key}`, PASSWORD_LENGTH) };
    return accountAnswer(service, c, { by, errors }, 422);
  }
  const present = oneOf(fields, 'present');
  const problem = await checkPresentPassword(service, c, { moderator, password: present });
  if (problem !== null) {
    const errors = { 'password-present': t(`accounts:error.${problem}`) };
    return accountAnswer(service, c, { by, errors }, problem === 'tooMany' ? 429 : 422);
  }
  await service.store.setPassword(moderator.id, await hashPassword(password));
  await service.store.removeSessionsOf(moderator.id);
  await signIn(service, c, moderator);
  await auditAct(service, moderator.id, 'password-changed');
  return toAccount(c, 'password');
}

/** `POST …/account/sessions`: ends one of them (`session=<id>`), or all but this (`others`). */
export async function endSessions(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const { store } = service;
  const moderator = by.moderator.id;
  if (oneOf(fields, 'others')) {
    const count = await store.endOtherSessions(moderator, by.session);
    if (count) await auditAct(service, moderator, 'sessions-ended', { count });
    return toAccount(c, 'sessions');
  }
  if (await store.endSession({ id: oneOf(fields, 'session'), moderator }))
    await auditAct(service, moderator, 'session-ended');
  return toAccount(c, 'session');
}
