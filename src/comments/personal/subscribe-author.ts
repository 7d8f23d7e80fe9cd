import type { Locale } from '../../i18n/locales.ts';
import { mayStill, type Service, type ServiceContext } from '../service/service.ts';
import { randomToken } from '../service/token.ts';
import type { NewSubscription } from '../store/address-store.ts';
import type { NewJob } from '../store/outbox-store.ts';
import { isCommenter } from './commenter-proof.ts';
import { confirmJob } from './personal-jobs.ts';

/** What goes along with a comment whose author wants to hear of replies. */
export interface AuthorSubscription {
  readonly subscription?: NewSubscription;
  /** For the comment's id, known once it is added. */
  readonly jobs: (comment: string) => readonly NewJob[];
}

export const NO_SUBSCRIPTION: AuthorSubscription = { jobs: () => [] };

/**
 * Prepares the subscription of a comment's author. A browser that proved before whose address it is
 * needs no more; else the owner is mailed, once a day at most, whoever types the address how often.
 */
export async function subscribeAuthor(
  service: Service,
  c: ServiceContext,
  author: { readonly email: string; readonly commenter: string; readonly locale: Locale },
): Promise<AuthorSubscription> {
  const { email, commenter, locale } = author;
  if (service.settings.mail === null) return NO_SUBSCRIPTION;
  const confirmed = await isCommenter(service, commenter, email);
  const subscription = { id: randomToken(16), confirmed };
  if (confirmed) return { ...NO_SUBSCRIPTION, subscription };
  const mayAsk =
    (await mayStill(service, c, 'confirmTo', email.toLowerCase())) &&
    (await mayStill(service, c, 'visitorMail', 'all'));
  const now = service.now();
  const jobs = (comment: string) => (mayAsk ? [confirmJob({ email, comment, locale, now })] : []);
  return { subscription, jobs };
}
