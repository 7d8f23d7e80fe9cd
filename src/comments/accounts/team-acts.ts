import { FIRST_MODERATOR } from '../moderation/invitations.ts';
import type { ModeratorAccount } from '../store/account-store.ts';
import type { Moderator } from '../store/store.ts';

/** What an administrator does to an account of the team; the link and the factors are for who lost them. */
export const LASTING_ACTS = ['promote', 'demote', 'disable', 'enable', 'reset'] as const;
export type LastingAct = (typeof LASTING_ACTS)[number];
/** A link changes nothing by itself: it is shown, once. */
export const TEAM_ACTS = [...LASTING_ACTS, 'link'] as const;
export type TeamAct = (typeof TEAM_ACTS)[number];

/** When each act makes sense. */
const APPLIES: Readonly<Record<TeamAct, (account: ModeratorAccount) => boolean>> = {
  promote: ({ role, disabledAt }) => role === 'moderator' && disabledAt === null,
  demote: ({ role }) => role === 'administrator',
  disable: ({ disabledAt }) => disabledAt === null,
  enable: ({ disabledAt }) => disabledAt !== null,
  link: ({ disabledAt }) => disabledAt === null,
  reset: ({ hasSecondFactor, passkeys }) => hasSecondFactor || passkeys > 0,
};

/** What `by` may do to an account. Nobody does anything here to their own. */
export function actsOn(account: ModeratorAccount, by: Moderator): readonly TeamAct[] {
  return account.id === by.id ? [] : TEAM_ACTS.filter((act) => APPLIES[act](account));
}

/** Everybody but the placeholder of who has not yet taken the service over. */
export function realAccounts(accounts: readonly ModeratorAccount[]): readonly ModeratorAccount[] {
  return accounts.filter(({ email }) => email !== FIRST_MODERATOR.email);
}
