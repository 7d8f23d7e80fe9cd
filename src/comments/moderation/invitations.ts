import { randomToken, sha256 } from '../service/token.ts';
import type { CommentStore, Instant, Moderator } from '../store/store.ts';

/** How long a one-time link is good. */
export const INVITATION_AGE = 7 * 24 * 3_600_000;

/**
 * Stands for whoever sets the service up. It never gets a password: its link asks for a name and
 * an address of one's own.
 */
export const FIRST_MODERATOR = {
  name: 'First moderator',
  // The domain that never exists (RFC 6761, section 6.4).
  email: 'first@moderator.invalid',
} as const;

/** A one-time link's path for a moderator, good for seven days. */
export async function invite(
  store: CommentStore,
  moderator: Moderator,
  now: Instant,
): Promise<string> {
  const token = randomToken(32);
  await store.addInvitation({
    tokenHash: sha256(token),
    moderator: moderator.id,
    expiresAt: now + INVITATION_AGE,
  });
  return `/moderation/invitation/${token}`;
}

/** The moderator with this address, added when there is none. */
export async function findOrAddModerator(
  store: CommentStore,
  who: Pick<Moderator, 'name' | 'email'> & Partial<Pick<Moderator, 'role'>>,
  now: Instant,
): Promise<Moderator> {
  const known = await store.findModerator({ email: who.email });
  if (known) return known;
  try {
    return await store.addModerator({ id: randomToken(16), ...who, createdAt: now });
  } catch (error) {
    // Another process, started at the same moment, added the same one in between.
    const added = await store.findModerator({ email: who.email });
    if (!added) throw error;
    return added;
  }
}

/** Whether nobody but the placeholder has been added. */
export async function nobodyModerates(store: CommentStore): Promise<boolean> {
  const first = await store.findModerator({ email: FIRST_MODERATOR.email });
  return (await store.countModerators()) === (first ? 1 : 0);
}

/** The link for the very first moderator; null once somebody has been added. */
export async function firstInvitation(store: CommentStore, now: Instant): Promise<string | null> {
  if (!(await nobodyModerates(store))) return null;
  return invite(store, await findOrAddModerator(store, FIRST_MODERATOR, now), now);
}
