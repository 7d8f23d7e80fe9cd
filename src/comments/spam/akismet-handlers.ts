import { z } from 'zod';
import type { JobHandlers } from '../mail/job-handler.ts';
import { AKISMET_JOB } from './akismet-job.ts';
import { askAkismet } from './ask-akismet.ts';
import type { SpamSettings } from './spam-settings.ts';

const PAYLOAD = z.object({ comment: z.string() });

/**
 * Who asks Akismet, where the operator wants it. What was decided meanwhile is not asked about, and
 * what Akismet takes for spam is moved only while it waits.
 */
export function akismetHandlers({ akismet }: SpamSettings): JobHandlers {
  if (akismet === null) return {};
  return {
    [AKISMET_JOB]: async ({ service, job, signal }) => {
      const { store, settings, tutorials, now, log } = service;
      const comment = await store.findComment(PAYLOAD.parse(job.payload).comment);
      const tutorial = tutorials.get(comment?.tutorial ?? '');
      if (comment?.state !== 'pending' || !tutorial || comment.erasedAt !== null) return undefined;
      const { id, html, website, locale } = comment;
      const blog = settings.siteUrl.href;
      const permalink = new URL(tutorial.path[locale], settings.siteUrl).href;
      if (await askAkismet(akismet, { html, website, locale, blog, permalink }, signal)) {
        await store.markSpam({ comment: id, signal: { rule: 'akismet' }, at: now() });
        log('marked-spam', { rule: 'akismet' });
      }
      return undefined;
    },
  };
}
