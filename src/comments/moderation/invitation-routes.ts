import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { auditAct } from '../accounts/audit-act.ts';
import { passPassword } from '../accounts/pass-password.ts';
import { cleanEmail, cleanName } from '../policy/index.ts';
import { problemPage } from '../service/problem-page.ts';
import { type FormFields, oneOf } from '../service/read-form.ts';
import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import { randomToken, sha256 } from '../service/token.ts';
import type { Moderator } from '../store/store.ts';
import { type InvitationError, invitationPage } from './invitation-page.ts';
import { FIRST_MODERATOR, nobodyModerates } from './invitations.ts';
import { hashPassword, PASSWORD_LENGTH, passwordProblem } from './password.ts';
import { pathLocale } from './path-locale.ts';
import { readModerationForm } from './read-moderation-form.ts';
import { requireOwnForm } from './session.ts';

/** `GET …/invitation/<token>`: looking does not use the link up, so mail scanners do no harm. */
export async function showInvitation(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const token = c.req.param('token') ?? '';
  const invited = await findInvited(service, c, token);
  return invited
    ? c.html(invitationPage(service, { locale, token, invited }))
    : expired(service, c);
}

/** `POST …/invitation/<token>`: sets the password, ends other sessions, goes on as after it. */
export async function acceptInvitation(service: Service, c: ServiceContext): Promise<Response> {
  const locale = pathLocale(c);
  const token = c.req.param('token') ?? '';
  const fields = await readModerationForm(c);
  requireOwnForm(service, c);
  const invited = await findInvited(service, c, token);
  if (!invited) return expired(service, c);
  const password = oneOf(fields, 'password');
  const who = await whoIsIt(service, invited, fields);
  const errors = [...who.errors, ...passwordErrors(password)].map(({ field, problem }) => ({
    field,
    message: sentence(locale, problem),
  }));
  if (errors.length) {
    const { name, email } = who.moderator;
    return c.html(invitationPage(service, { locale, token, invited, name, email, errors }), 422);
  }
  const passwordHash = await hashPassword(password);
  if (!(await service.store.takeInvitation(sha256(token), service.now())))
    return expired(service, c);
  const moderator = { ...who.moderator, passwordHash };
  if (moderator.id === invited.id) await service.store.setPassword(invited.id, passwordHash);
  else await service.store.addModerator(moderator);
  // Who takes up a first link is written to in the language in which they did.
  if (invited.passwordHash === null) await service.store.updateModerator(moderator.id, { locale });
  await service.store.removeSessionsOf(moderator.id);
  await auditAct(service, moderator.id, 'invitation-taken');
  service.log('invitation-taken');
  // The link stands for the password alone: a second factor is asked for as ever.
  return passPassword(service, c, moderator);
}

type Problem = 'nameMissing' | 'emailWrong' | 'emailTaken' | 'tooShort' | 'tooLong';

interface FieldProblem {
  readonly field: InvitationError['field'];
  readonly problem: Problem;
}

/** The invited moderator; for the first link, a new one with the name and address of the form. */
async function whoIsIt(
  service: Service,
  invited: Moderator,
  fields: FormFields,
): Promise<{ moderator: Moderator; errors: readonly FieldProblem[] }> {
  if (invited.email !== FIRST_MODERATOR.email) return { moderator: invited, errors: [] };
  const [typedName, typedEmail] = [oneOf(fields, 'name'), oneOf(fields, 'email')];
  const name = cleanName(typedName);
  const email = cleanEmail(typedEmail);
  const errors: FieldProblem[] = [];
  if (!name.ok) errors.push({ field: 'name', problem: 'nameMissing' });
  if (!email.ok) errors.push({ field: 'email', problem: 'emailWrong' });
  else if (await service.store.findModerator({ email: email.value }))
    errors.push({ field: 'email', problem: 'emailTaken' });
  const moderator = {
    ...invited,
    id: randomToken(16),
    role: 'administrator' as const,
    name: name.ok ? name.value : typedName,
    email: email.ok ? email.value : typedEmail,
    createdAt: service.now(),
    passwordHash: null,
  };
  return { moderator, errors };
}

function passwordErrors(password: string): readonly FieldProblem[] {
  const problem = passwordProblem(password);
  if (problem === null) return [];
  return [{ field: 'password', problem: problem === 'too-short' ? 'tooShort' : 'tooLong' }];
}

function sentence(locale: Locale, problem: Problem): string {
  return useTranslations(locale)(`moderation:invitation.${problem}`, PASSWORD_LENGTH);
}

async function findInvited(
  service: Service,
  c: ServiceContext,
  token: string,
): Promise<Moderator | null> {
  if (!(await mayStill(service, c, 'invitation'))) return null;
  const invited = await service.store.findInvitation(sha256(token), service.now());
  // Whoever came first is there: what was printed for them lets nobody else administer.
  const late = invited?.email === FIRST_MODERATOR.email && !(await nobodyModerates(service.store));
  return late ? null : invited;
}

function expired(service: Service, c: ServiceContext): Response | Promise<Response> {
  const locale = pathLocale(c);
  const detail = useTranslations(locale)('moderation:invitation.expired');
  return c.html(problemPage(service.settings, locale, detail), 404);
}
