import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import type { ComposeMail } from '../mail/job-handler.ts';
import { makeLink } from './personal-links.ts';

const PAYLOAD = z.object({ email: z.string(), locale: z.enum(LOCALES) });

/** The link to what is held on an address; no mail to an address on which nothing is. */
export const composePersonalLink: ComposeMail = async ({ service, job }) => {
  const { email, locale } = PAYLOAD.parse(job.payload);
  if (!(await service.store.holdsAnything(email))) return null;
  const subject = email.toLowerCase();
  const link = { purpose: 'personal', job: job.id, subject, data: { email } } as const;
  const href = await makeLink(service, { ...link, locale });
  const t = useTranslations(locale);
  const site = t('site:name');
  return {
    to: email,
    locale,
    subject: t('personal:linkMail.subject', { site }),
    blocks: [
      { kind: 'paragraph', text: t('personal:linkMail.lead', { site }) },
      { kind: 'links', links: [{ label: t('personal:linkMail.link'), href }] },
      { kind: 'small', text: t('personal:linkMail.ignore') },
    ],
  };
};
