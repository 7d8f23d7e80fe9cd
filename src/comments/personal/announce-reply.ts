import { z } from 'zod';
import type { JobHandler } from '../mail/job-handler.ts';
import { replyJob } from './personal-jobs.ts';

const PAYLOAD = z.object({ comment: z.string() });

/** Once a reply is published: a mail for each who waits for it, all added at once or none. */
export const announceReply: JobHandler = async ({ service, job }) => {
  const { comment } = PAYLOAD.parse(job.payload);
  const now = service.now();
  await service.store.announceReply({
    comment,
    now,
    jobs: (subscriptions) =>
      subscriptions.map(({ id, address }) =>
        replyJob({ subscription: id, key: address.key, comment }, now),
      ),
  });
  return undefined;
};
