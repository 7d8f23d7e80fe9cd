import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { ComposeMail } from '../mail/job-handler.ts';
import { siteHref } from '../service/service.ts';
import { makeLink } from './personal-links.ts';

const PAYLOAD = z.object({ email: z.string(), comment: z.string(), locale: z.enum(LOCALES) });

/**
 * The one mail that an unconfirmed address gets: is it yours, and do you want to hear of replies?
 * It holds nothing that a visitor typed, so that nobody can have a message of theirs carried by it.
 */
export const composeConfirmation: ComposeMail = async ({ service, job }) => {
  const { email, comment, locale } = PAYLOAD.parse(job.payload);
  const address = await service.store.findAddress(email);
  if (!address || address.stoppedAt !== null) return null;
  const asked = await service.store.subscriptionsOf(email);
  if (asked.every(({ confirmedAt }) => confirmedAt !== null)) return null;
  const link = {
    purpose: 'confirm',
    job: job.id,
    subject: address.key,
    data: { comment },
  } as const;
  const href = await makeLink(service, { ...link, locale });
  await service.store.markAsked(email, service.now());
  const t = useTranslations(locale);
  const site = t('site:name');
  const host = new URL(siteHref(service.settings, '/'), service.settings.siteUrl).host;
  return {
    to: address.email,
    locale,
    subject: t('personal:confirmMail.subject', { site }),
    blocks: [
      { kind: 'paragraph', text: t('personal:confirmMail.lead', { site, host }) },
      { kind: 'paragraph', text: t('personal:confirmMail.ask') },
      { kind: 'links', links: [{ label: t('personal:confirmMail.link'), href }] },
      { kind: 'small', text: t('personal:confirmMail.ignore') },
    ],
  };
};
