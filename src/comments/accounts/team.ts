import { useTranslations } from '../../i18n/translations.ts';
import { invite } from '../moderation/invitations.ts';
import { pathLocale } from '../moderation/path-locale.ts';
import type { SignedIn } from '../moderation/session.ts';
import { cleanEmail, cleanName } from '../policy/index.ts';
import { RequestProblem } from '../service/problem.ts';
import { oneOf } from '../service/read-form.ts';
import type { Service, ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import type { ModeratorAccount } from '../store/account-store.ts';
import { StoreError } from '../store/store-error.ts';
import type { Moderator } from '../store/store.ts';
import { auditAct } from './audit-act.ts';
import { ownForm } from './own-form.ts';
import { actsOn, type LastingAct, LASTING_ACTS, realAccounts, TEAM_ACTS } from './team-acts.ts';
import { ROLES, teamPage, type TeamView } from './team-page.ts';

/** `GET …/moderators`. */
export async function showTeam(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const act = LASTING_ACTS.find((each) => each === c.req.query('done'));
  const to = await service.store.findModerator({ id: c.req.query('to') ?? '' });
  const done = act && to && { act, name: to.name };
  return teamAnswer(service, c, by, done ? { done } : {}, 200);
}

/** `POST …/moderators`: adds somebody, and shows the link that lets them in, once. */
export async function inviteModerator(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const t = useTranslations(pathLocale(c));
  const typed = { name: oneOf(fields, 'name'), email: oneOf(fields, 'email') };
  const role = ROLES.find((each) => each === oneOf(fields, 'role'));
  if (!role) throw new RequestProblem('bad-form');
  const name = cleanName(typed.name);
  const email = cleanEmail(typed.email);
  if (!name.ok || !email.ok) {
    const errors = {
      name: name.ok ? undefined : t('moderation:invitation.nameMissing'),
      email: email.ok ? undefined : t('moderation:invitation.emailWrong'),
    };
    return teamAnswer(service, c, by, { typed, errors }, 422);
  }
  const who = { name: name.value, email: email.value, role, locale: pathLocale(c) };
  const added = await addModerator(service, who);
  if (!added) {
    const errors = { email: t('moderation:invitation.emailTaken') };
    return teamAnswer(service, c, by, { typed, errors }, 422);
  }
  await auditAct(service, by.moderator.id, 'invited', { moderator: added.id, role });
  return teamAnswer(service, c, by, { link: await linkFor(service, added) }, 200);
}

/** `POST …/moderators/change`: one act on one account. */
export async function changeTeam(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
): Promise<Response> {
  const fields = await ownForm(service, c, by);
  const accounts = realAccounts(await service.store.moderators());
  const account = accounts.find(({ id }) => id === oneOf(fields, 'moderator'));
  const act = TEAM_ACTS.find((each) => each === oneOf(fields, 'act'));
  if (!account || !act) throw new RequestProblem('bad-form');
  // Somebody else did it in between: the page shows how things stand.
  if (!actsOn(account, by.moderator).includes(act)) return teamAnswer(service, c, by, {}, 409);
  if (act === 'link') {
    await auditAct(service, by.moderator.id, 'invited', { moderator: account.id });
    return teamAnswer(service, c, by, { link: await linkFor(service, account) }, 200);
  }
  if (!(await ACTS[act](service, account, by.moderator))) {
    const problem = useTranslations(pathLocale(c))('accounts:team.lastAdministrator');
    return teamAnswer(service, c, by, { problem }, 409);
  }
  const query = new URLSearchParams({ done: act, to: account.id });
  return c.redirect(`/moderation/${pathLocale(c)}/moderators?${query.toString()}`, 303);
}

type Act = (service: Service, account: ModeratorAccount, by: Moderator) => Promise<boolean>;

/** Each act, with what is written down; false when the last administrator stands in its way. */
const ACTS: Readonly<Record<LastingAct, Act>> = {
  promote: (service, account, by) => changeRole(service, account, { by, role: 'administrator' }),
  demote: (service, account, by) => changeRole(service, account, { by, role: 'moderator' }),
  async disable(service, { id }, by) {
    const done = await service.store.disableModerator(id, service.now());
    if (done) await auditAct(service, by.id, 'disabled', { moderator: id });
    return done;
  },
  async enable(service, { id }, by) {
    await service.store.enableModerator(id);
    await auditAct(service, by.id, 'enabled', { moderator: id });
    return true;
  },
  async reset(service, { id }, by) {
    await service.store.removeFactors(id);
    await auditAct(service, by.id, 'factors-reset', { moderator: id });
    return true;
  },
};

async function changeRole(
  service: Service,
  { id }: ModeratorAccount,
  { by, role }: { by: Moderator; role: (typeof ROLES)[number] },
): Promise<boolean> {
  const done = await service.store.setRole(id, role);
  if (done) await auditAct(service, by.id, 'role-changed', { moderator: id, role });
  return done;
}

async function addModerator(
  { store, now }: Service,
  who: Pick<Moderator, 'name' | 'email' | 'role' | 'locale'>,
): Promise<Moderator | null> {
  try {
    return await store.addModerator({ id: randomToken(16), ...who, createdAt: now() });
  } catch (error) {
    if (error instanceof StoreError && error.code === 'exists') return null;
    throw error;
  }
}

async function linkFor(
  service: Service,
  moderator: Moderator,
): Promise<NonNullable<TeamView['link']>> {
  const path = await invite(service.store, moderator, service.now());
  return { name: moderator.name, href: service.settings.publicUrl.origin + path };
}

async function teamAnswer(
  service: Service,
  c: ServiceContext,
  by: SignedIn,
  told: Omit<TeamView, 'locale' | 'by' | 'accounts'>,
  status: 200 | 409 | 422,
): Promise<Response> {
  const accounts = realAccounts(await service.store.moderators());
  return c.html(teamPage(service, { locale: pathLocale(c), by, accounts, ...told }), status);
}
