import { findOrAddModerator, invite, nobodyModerates } from '../moderation/invitations.ts';
import { cleanEmail, cleanName } from '../policy/index.ts';
import type { Service } from '../service/service.ts';
import type { Moderator } from '../store/store.ts';
import { auditAct } from './audit-act.ts';
import { realAccounts } from './team-acts.ts';
import { ROLES } from './team-page.ts';

export const USAGE = `Usage: npm run moderator -- add NAME ADDRESS [--administrator]
                                prints a link, good once and for seven days, at which the moderator
                                chooses a password; for an address that moderates already, a new one.
                                The first to be added is an administrator
       npm run moderator -- list
       npm run moderator -- role ADDRESS moderator|administrator
       npm run moderator -- disable ADDRESS        ends the sessions at once; enable ADDRESS undoes it
       npm run moderator -- reset-factors ADDRESS  takes second factor, recovery codes and passkeys
                                                   away; the password stays`;

/** What a command prints, and whether it did what was asked. */
interface CommandResult {
  readonly text: string;
  readonly done: boolean;
}

/** What a command works with. */
type CommandService = Pick<Service, 'store' | 'now' | 'settings'>;

/** Does a command once the store is open. */
type Act = (service: CommandService) => Promise<CommandResult>;
/** What the arguments ask for; null when they make no sense. */
type Command = (args: readonly string[]) => Act | null;

const COMMANDS: Readonly<Record<string, Command>> = {
  add: ([rawName = '', rawEmail = '', flag, ...rest]) => {
    const [name, email] = [cleanName(rawName), cleanEmail(rawEmail)];
    if (!name.ok || !email.ok || rest.length || (flag !== undefined && flag !== '--administrator'))
      return null;
    const who = { name: name.value, email: email.value };
    return (service) => add(service, who, flag !== undefined);
  },
  list: (args) => (args.length ? null : list),
  role: ([email, role, ...rest]) => {
    const to = ROLES.find((each) => each === role);
    if (email === undefined || !to || rest.length) return null;
    return onModerator(email, async (service, { id, name }) => {
      if (!(await service.store.setRole(id, to))) return refusal(name);
      await auditAct(service, null, 'role-changed', { moderator: id, role: to });
      return success(`${name} is ${to === 'moderator' ? 'a moderator' : 'an administrator'} now.`);
    });
  },
  disable: one(async (service, { id, name }) => {
    if (!(await service.store.disableModerator(id, service.now()))) return refusal(name);
    await auditAct(service, null, 'disabled', { moderator: id });
    return success(`${name} is disabled, and signed out everywhere.`);
  }),
  enable: one(async (service, { id, name }) => {
    await service.store.enableModerator(id);
    await auditAct(service, null, 'enabled', { moderator: id });
    return success(`${name} may sign in again.`);
  }),
  'reset-factors': one(async (service, { id, name }) => {
    await service.store.removeFactors(id);
    await auditAct(service, null, 'factors-reset', { moderator: id });
    return success(`${name} signs in with the password alone, and is signed out everywhere.`);
  }),
};

/** What `npm run moderator -- NAME ARGS…` asks for; null when that makes no sense. Opens nothing. */
export function moderatorCommand([name = '', ...args]: readonly string[]): Act | null {
  return (Object.hasOwn(COMMANDS, name) ? COMMANDS[name]?.(args) : null) ?? null;
}

async function add(
  service: CommandService,
  who: Pick<Moderator, 'name' | 'email'>,
  administrator: boolean,
): Promise<CommandResult> {
  const { store, now, settings } = service;
  const role = administrator || (await nobodyModerates(store)) ? 'administrator' : 'moderator';
  const moderator = await findOrAddModerator(store, { ...who, role }, now());
  if (moderator.disabledAt !== null) {
    const { name, email } = moderator;
    return failure(`${name} is disabled. First: npm run moderator -- enable ${email}`);
  }
  if (administrator) await store.setRole(moderator.id, 'administrator');
  const path = await invite(store, moderator, now());
  await auditAct(service, null, 'invited', { moderator: moderator.id });
  return success(
    `For ${moderator.name} <${moderator.email}>, once, within seven days:\n` +
      settings.publicUrl.origin +
      path,
  );
}

async function list({ store }: CommandService): Promise<CommandResult> {
  const accounts = realAccounts(await store.moderators());
  if (accounts.length === 0) return success('Nobody moderates yet.');
  return success(
    accounts
      .map(({ name, email, role, hasSecondFactor, passkeys, disabledAt, passwordHash }) =>
        [
          `${name} <${email}>`,
          role,
          hasSecondFactor && 'second factor',
          passkeys > 0 && `passkeys: ${passkeys}`,
          passwordHash === null && 'no password yet',
          disabledAt !== null && 'disabled',
        ]
          .filter(Boolean)
          .join(', '),
      )
      .join('\n'),
  );
}

type ActOnModerator = (service: CommandService, moderator: Moderator) => Promise<CommandResult>;

/** A command whose one argument is the address of a moderator. */
function one(act: ActOnModerator): Command {
  return ([email, ...rest]) =>
    email === undefined || rest.length ? null : onModerator(email, act);
}

function onModerator(email: string, act: ActOnModerator): Act {
  return async (service) => {
    const moderator = await service.store.findModerator({ email: email.trim() });
    return moderator ? act(service, moderator) : failure(`Nobody moderates under ${email}.`);
  };
}

const success = (text: string): CommandResult => ({ text, done: true });
const failure = (text: string): CommandResult => ({ text, done: false });
const refusal = (name: string): CommandResult =>
  failure(`${name} is the last administrator. Make somebody else one first.`);
