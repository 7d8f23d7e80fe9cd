import { keyedToken } from '../service/token.ts';
import type { Service } from '../service/service.ts';
import type { Moderator, StoredComment } from '../store/store.ts';
import { ACT_AGE, writeActToken } from './act-token.ts';

/** Addresses of moderation pages for a mail to one moderator, in that moderator's language. */
export function moderationLinks(service: Service, { id, locale }: Moderator) {
  const { settings, secret, now } = service;
  const base = `${settings.publicUrl.origin}/moderation/${locale}`;
  const act = (comment: Pick<StoredComment, 'id' | 'editedAt'>): string => {
    const named = { moderator: id, comment: comment.id, seen: comment.editedAt };
    return `${base}/act/${writeActToken(secret, { ...named, expiresAt: now() + ACT_AGE })}`;
  };
  return {
    queue: `${base}/pending`,
    account: `${base}/account`,
    /** Ends these mails. */
    stop: `${base}/stop-mails/${id}.${stopSecret(secret, id)}`,
    /** One comment in the queue. */
    item: (comment: Pick<StoredComment, 'id'>): string => `${base}/comments/${comment.id}`,
    /** Decides on one comment without a session; null where the operator wants none of it. */
    act: settings.moderateByMail ? act : null,
  };
}

/** What the link that ends a moderator's mails must hold. */
export function stopSecret(secret: string, moderator: string): string {
  return keyedToken(secret, `stop moderator mail ${moderator}`);
}
