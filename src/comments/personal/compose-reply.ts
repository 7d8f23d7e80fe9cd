import { z } from 'zod';
import { useTranslations } from '../../i18n/translations.ts';
import type { ComposeMail } from '../mail/job-handler.ts';
import { toTree } from '../policy/index.ts';
import { commentHref, unsubscribeHref } from './personal-links.ts';
import { readableText } from './readable-text.ts';

const PAYLOAD = z.object({ subscription: z.string(), comment: z.string() });

/** A reply, for somebody who waits for it; none when either has changed their mind meanwhile. */
export const composeReply: ComposeMail = async ({ service, job }) => {
  const { subscription: id, comment } = PAYLOAD.parse(job.payload);
  const subscription = await service.store.findSubscription(id);
  if (!subscription || subscription.stoppedAt !== null || subscription.confirmedAt === null)
    return null;
  const { address } = subscription;
  if (address.confirmedAt === null || address.stoppedAt !== null) return null;
  const reply = await service.store.findComment(comment);
  if (reply?.state !== 'approved' || reply.erasedAt !== null) return null;
  const tutorial = service.tutorials.get(reply.tutorial);
  if (!tutorial) return null;
  const { locale } = address;
  const t = useTranslations(locale);
  const title = tutorial.title[locale];
  const unsubscribe = unsubscribeHref(service, locale, id);
  return {
    to: address.email,
    locale,
    list: 'replies',
    unsubscribe,
    subject: t('personal:replyMail.subject', { name: reply.name, title }),
    blocks: [
      { kind: 'paragraph', text: t('personal:replyMail.lead', { name: reply.name, title }) },
      { kind: 'quote', text: readableText(toTree(reply.html)), lang: reply.locale },
      {
        kind: 'links',
        links: [
          {
            label: t('personal:replyMail.read'),
            href: commentHref(service, tutorial, locale, reply.id),
          },
          { label: t('personal:replyMail.stop'), href: unsubscribe },
        ],
      },
      { kind: 'small', text: t('personal:replyMail.why', { title }) },
    ],
  };
};
