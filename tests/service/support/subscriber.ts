import { randomToken } from '../../../src/comments/service/token.ts';
import { jobsAfterDecision } from '../../../src/comments/service/follow-ups.ts';
import type { MailedService } from './mailed-service.ts';

/** Long enough that an approval counts: its undo has passed. */
export const ANNOUNCED = 60_000;

/** Approves comments as the queue does; the id of the decision. */
export async function approve({ running }: MailedService, ...comments: string[]): Promise<string> {
  const { store, now } = running.service;
  const id = randomToken(16);
  const act = { id, comments, to: 'approved', moderator: 'ann', at: now() } as const;
  await store.decide({ ...act, jobs: jobsAfterDecision(running.service) });
  return id;
}

/** Opens a mailed link and presses one of its buttons. */
export function press(
  mailed: MailedService,
  link: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return mailed.visit(link, { method: 'POST', body: new URLSearchParams(fields), headers });
}

/** The last mail that arrived at an address, once there are `count` mails in all. */
export async function lastMail({ mails }: MailedService, count: number) {
  const mail = (await mails.received(count)).at(-1);
  if (!mail) throw new Error('no mail');
  return mail;
}

/** Posts an approved comment whose author waits for replies and has confirmed the address. */
export async function confirmedAuthor(
  mailed: MailedService,
  fields: Record<string, string> = {},
): Promise<{ comment: string; proof: string }> {
  const sofar = mailed.mails.mails.length;
  const comment = await mailed.post({ notify: '1', ...fields });
  const mail = await lastMail(mailed, sofar + 1);
  const link = mail.links.find((each) => each.includes('/confirm/')) ?? '';
  const page = await (await press(mailed, link, { intent: 'confirm' })).text();
  await approve(mailed, comment);
  return { comment, proof: /#commenter=([\w-]{22})"/.exec(page)?.[1] ?? '' };
}
