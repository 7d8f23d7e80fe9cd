import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { type Service, siteHref } from '../service/service.ts';
import { keyedToken, sha256 } from '../service/token.ts';
import { RETENTION } from '../store/retention.ts';
import { unsubscribeToken } from './unsubscribe-token.ts';

/** What a mailed link opens, and how long it is good. */
const AGES = {
  confirm: RETENTION.confirmLink,
  personal: RETENTION.personalLink,
} as const;

export type LinkPurpose = keyof typeof AGES;

/**
 * Makes the link that a job mails. It follows from the job: a mail that has to be sent again
 * carries the same one.
 */
export async function makeLink(
  { store, secret, settings, now }: Service,
  link: {
    readonly purpose: LinkPurpose;
    readonly job: string;
    readonly subject: string;
    readonly data: unknown;
    readonly locale: Locale;
  },
): Promise<string> {
  const { purpose, job, subject, data, locale } = link;
  const token = keyedToken(secret, `${purpose} link ${job}`);
  const expiresAt = now() + AGES[purpose];
  await store.addLink({ tokenHash: sha256(token), purpose, subject, data, expiresAt });
  return new URL(linkPath(purpose, locale, token), settings.publicUrl).href;
}

/** Path of the page that a mailed link opens. */
export function linkPath(purpose: LinkPurpose, locale: Locale, token: string): string {
  return `/comments/${locale}/${purpose}/${token}`;
}

/** Address of the page, and of the one click, that ends a subscription. */
export function unsubscribeHref(
  { secret, settings }: Service,
  locale: Locale,
  subscription: string,
): string {
  const token = unsubscribeToken(secret, subscription);
  return new URL(`/comments/${locale}/unsubscribe/${token}`, settings.publicUrl).href;
}

/** Address of a comment on the site, wherever the reader is. */
export function commentHref(
  { settings }: Service,
  tutorial: TutorialEntry,
  locale: Locale,
  comment: string,
): string {
  const path = `${siteHref(settings, tutorial.path[locale])}#comment-${comment}`;
  return new URL(path, settings.siteUrl).href;
}
