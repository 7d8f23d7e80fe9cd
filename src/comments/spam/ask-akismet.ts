import type { Locale } from '../../i18n/locales.ts';
import { JobError } from '../mail/job-error.ts';
import type { AkismetSettings } from './spam-settings.ts';

/** Milliseconds after which Akismet is away. */
const PATIENCE = 3_000;

/**
 * Akismet demands a network address and we keep none: it gets one that is nobody's, set aside for
 * documentation (RFC 5737).
 */
const NOBODY = '192.0.2.1';

export interface AkismetQuestion {
  /** What a reader would see, with its links. */
  readonly html: string;
  readonly website: string | null;
  readonly locale: Locale;
  /** The front page of the site. */
  readonly blog: string;
  /** The page under which the comment stands. */
  readonly permalink: string;
}

/**
 * Whether Akismet takes a comment for spam
 * (https://akismet.com/developers/detailed-docs/comment-check/). No name, no mail address, no
 * network address, no browser's name leaves the service.
 *
 * @throws JobError when it is away; a permanent one when it does not know the key.
 */
export async function askAkismet(
  { key, url }: AkismetSettings,
  { html, website, locale, blog, permalink }: AkismetQuestion,
  signal: AbortSignal,
): Promise<boolean> {
  const body = new URLSearchParams({
    api_key: key,
    blog,
    blog_lang: locale,
    blog_charset: 'UTF-8',
    user_ip: NOBODY,
    comment_type: 'comment',
    comment_content: html,
    permalink,
    ...(website !== null && { comment_author_url: website }),
  });
  const answer = await fetch(new URL('/1.1/comment-check', url), {
    method: 'POST',
    body,
    headers: { 'User-Agent': 'Strates/1.0' },
    redirect: 'error',
    signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE)]),
  }).catch((error: unknown) => {
    throw new JobError('akismet away', { cause: error });
  });
  const said = (await answer.text().catch(() => '')).trim();
  if (answer.ok && said === 'true') return true;
  if (answer.ok && said === 'false') return false;
  throw new JobError(`akismet ${said === 'invalid' ? 'refuses the key' : answer.status}`, {
    permanent: said === 'invalid',
  });
}
