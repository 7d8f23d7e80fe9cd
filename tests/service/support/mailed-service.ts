import { expect } from 'vitest';
import { WINDOW } from '../../../src/comments/mail/moderator-jobs.ts';
import type { Limits } from '../../../src/comments/service/rate-limits.ts';
import { startServiceOutbox } from '../../../src/comments/mail/service-outbox.ts';
import type { NewModerator } from '../../../src/comments/store/store.ts';
import { NO_LIMITS } from '../../support/no-limits.ts';
import { type MailServer, type ReceivedMail, startMailServer } from '../../support/mail-server.ts';
import { settled } from './jobs-ended.ts';
import { postComment, type RunningService, startService } from './running-service.ts';

/** Where the service says that it is. */
export const COMMENTS = 'https://comments.example';

/** A running service with its outbox and a real mail server. */
export interface MailedService {
  readonly running: RunningService;
  mails: MailServer;
  readonly addModerator: (id: string, changes?: Partial<NewModerator>) => Promise<void>;
  /** Posts a comment and gives its id. */
  readonly post: (fields?: Record<string, string>) => Promise<string>;
  /** Lets time pass, once nothing is under way whose lease would run out meanwhile. */
  readonly pass: (ms: number) => Promise<void>;
  readonly firstMail: () => Promise<ReceivedMail>;
  /** A link of a mail, asked of the service that runs here. */
  readonly visit: (link: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

export async function startMailedService(
  env: Record<string, string> = {},
  limits: Limits = NO_LIMITS,
): Promise<MailedService> {
  const mails = await startMailServer();
  const running = await startService({
    limits,
    env: {
      SMTP_URL: mails.url,
      MAIL_FROM: 'Strates <strates@strates.example>',
      COMMENTS_URL: COMMENTS,
      ...env,
    },
  });
  const outbox = startServiceOutbox(running.service);
  const mailed: MailedService = {
    running,
    mails,
    async addModerator(id, changes = {}) {
      const createdAt = running.service.now();
      const named = { id, name: id, email: `${id}@moderators.example`, createdAt };
      const usual = { passwordHash: '$x', locale: 'en', mail: 'each' } as const;
      await running.service.store.addModerator({ ...named, ...usual, ...changes });
    },
    async post(fields = {}) {
      const answer = await postComment(running, fields, { json: true });
      expect(answer.status).toBe(201);
      return ((await answer.json()) as { comment: { id: string } }).comment.id;
    },
    async pass(ms) {
      await settled(running);
      running.wait(ms + 1);
      running.service.bell?.ring();
    },
    async firstMail() {
      const [mail] = await mailed.mails.received(1);
      if (!mail) throw new Error('no mail');
      return mail;
    },
    visit: (link, init) => running.fetch(link.replace(COMMENTS, ''), init),
    async stop() {
      await outbox.stop();
      await running.stop();
      await mailed.mails.stop();
    },
  };
  return mailed;
}

/** A comment of which a moderator was mailed, and the link that decides on it. */
export async function mailedComment(
  mailed: MailedService,
): Promise<{ id: string; link: string; mail: ReceivedMail }> {
  await mailed.addModerator('ann');
  const id = await mailed.post();
  await mailed.pass(WINDOW.each);
  const mail = await mailed.firstMail();
  return { id, mail, link: mail.links.find((link) => link.includes('/act/')) ?? '' };
}
