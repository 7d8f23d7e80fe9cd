import { z } from 'zod';
import { useTranslations } from '../../i18n/translations.ts';
import { formatInstant } from '../moderation/format-instant.ts';
import type { Service } from '../service/service.ts';
import type { Moderator, StoredComment } from '../store/store.ts';
import { removedMarkup, removalReason } from '../thread/removal-list.ts';
import type { ComposeMail } from './job-handler.ts';
import type { MailBlock } from './mail.ts';
import { moderationLinks } from './moderation-links.ts';
import { removedFrom } from './removed-from.ts';

const HOUR = 3_600_000;

/** Mails that one moderator gets within an hour, however many comments come; then they are gathered. */
const MOST = { limit: 10, windowMs: HOUR } as const;

/** When it is looked again whether the hour of {@link MOST} is over. */
const GATHER = 10 * 60_000;

/** Comments shown in one mail; the rest is a number and a link. */
const SHOWN = 10;

/** Characters shown of one comment. */
const EXCERPT = 2000;

const PAYLOAD = z.object({ moderator: z.string() });

/**
 * Tells one moderator of the comments that came since the job was made and still wait: what was
 * typed, what the policy took out of it, and where to decide. The author's address is left in the
 * queue.
 */
export const composeModeratorMail: ComposeMail = async ({ service, job }) => {
  const { store, now } = service;
  const moderator = await store.findModerator({ id: PAYLOAD.parse(job.payload).moderator });
  if (!moderator || moderator.disabledAt !== null || moderator.mail === 'none') return null;
  const { comments, count } = await store.waitingSince(job.createdAt, SHOWN);
  const [first] = comments;
  if (!first) return null;
  const counts = { key: `moderator-mail:${moderator.id}`, ...MOST };
  if (!(await store.mayStill({ ...counts, now: now() }))) return now() + GATHER;
  const { locale } = moderator;
  const t = useTranslations(locale);
  const links = moderationLinks(service, moderator);
  const title = titleOf(service, first, moderator);
  return {
    to: moderator.email,
    locale,
    list: 'moderation',
    unsubscribe: links.stop,
    counts,
    subject: t('mail:moderator.subject', { count, name: first.name, title }),
    blocks: [
      { kind: 'paragraph', text: t('mail:moderator.lead', { count }) },
      ...comments.flatMap((comment) => blocksOf(service, comment, moderator)),
      ...more(count - comments.length, moderator),
      { kind: 'links', links: [{ label: t('mail:moderator.queue'), href: links.queue }] },
      { kind: 'small', text: t(links.act ? 'mail:moderator.why' : 'mail:moderator.whyOnly') },
      { kind: 'links', links: [{ label: t('mail:moderator.account'), href: links.account }] },
    ],
  };
};

function more(count: number, { locale }: Moderator): readonly MailBlock[] {
  const text = useTranslations(locale)('mail:moderator.more', { count });
  return count > 0 ? [{ kind: 'paragraph', text }] : [];
}

function blocksOf(
  service: Service,
  comment: StoredComment,
  moderator: Moderator,
): readonly MailBlock[] {
  const { locale } = moderator;
  const t = useTranslations(locale);
  const { item, act } = moderationLinks(service, moderator);
  const removed = removedFrom(comment.raw);
  return [
    { kind: 'heading', text: comment.name },
    {
      kind: 'facts',
      rows: [
        [t('mail:moderator.tutorial'), titleOf(service, comment, moderator)],
        [t('mail:moderator.sent'), formatInstant(comment.createdAt, locale)],
        ...(comment.website === null
          ? []
          : [[t('mail:moderator.website'), comment.website] as const]),
      ],
    },
    { kind: 'quote', text: excerpt(comment.raw), lang: comment.locale },
    ...(removed.length
      ? ([
          { kind: 'paragraph', text: t('mail:moderator.removed') },
          {
            kind: 'list',
            items: removed.map((each) => `${removedMarkup(each)} ${removalReason(each, locale)}`),
          },
        ] as const)
      : []),
    {
      kind: 'links',
      links: [
        ...(act ? [{ label: t('mail:moderator.decide'), href: act(comment) }] : []),
        { label: t('mail:moderator.open'), href: item(comment) },
      ],
    },
  ];
}

function titleOf({ tutorials }: Service, comment: StoredComment, { locale }: Moderator): string {
  return tutorials.get(comment.tutorial)?.title[locale] ?? comment.tutorial;
}

function excerpt(text: string): string {
  const characters = [...text];
  return characters.length > EXCERPT ? `${characters.slice(0, EXCERPT).join('')}…` : text;
}
