import type { Service } from '../service/service.ts';
import type { NewJob } from '../store/outbox-store.ts';
import type { Instant, ModeratorMail } from '../store/store.ts';

const SECOND = 1000;

/**
 * How long a comment waits before a moderator is mailed of it, and of those that came meanwhile. At
 * once: long enough that a burst is one mail. Digest: an hour, and not a fixed time of the day,
 * since authors wait for an answer and a comment that was decided meanwhile is left out.
 */
export const WINDOW = { each: 15 * SECOND, digest: 3600 * SECOND } as const;

/**
 * The jobs that tell moderators of a comment that is posted at `createdAt`; none when nothing can
 * be mailed.
 */
export async function moderatorMailJobs(
  { settings, store }: Pick<Service, 'settings' | 'store'>,
  createdAt: Instant,
): Promise<readonly NewJob[]> {
  if (settings.mail === null) return [];
  const jobOf = ({ id, mail }: { id: string; mail: ModeratorMail }): NewJob[] =>
    mail === 'none'
      ? []
      : [
          {
            kind: 'moderator-mail',
            dedupe: `moderator-mail:${id}`,
            payload: { moderator: id },
            createdAt,
            dueAt: createdAt + WINDOW[mail],
          },
        ];
  return (await store.moderatorsToMail()).flatMap(jobOf);
}
