import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { cleanWebsite, toTree } from '../policy/index.ts';
import type { PublicComment } from '../store/store.ts';
import { treeHtml } from './tree-html.ts';

/** What the page of a tutorial knows of comments when it is built. */
export interface PublishedComments {
  /** Where the service answers: '' on the site's own origin, null when there is none. */
  readonly service: string | null;
  readonly comments: readonly PublicComment[];
  /** Whether the service mails authors who want to hear of replies. */
  readonly mail: boolean;
  /** Tutorials that take no more comments. */
  readonly closed: readonly string[];
}

type Environment = Readonly<Record<string, string | undefined>>;

const DOCUMENT = z.object({
  mail: z.boolean().default(false),
  closed: z.array(z.string()).default([]),
  comments: z.array(
    z.object({
      id: z.string().regex(/^[\w-]{1,64}$/),
      tutorial: z.string(),
      locale: z.enum(LOCALES),
      name: z.string(),
      website: z.string().nullable(),
      html: z.string(),
      createdAt: z.int(),
      // A file that somebody wrote by hand may say nothing of these.
      parent: z.string().nullable().default(null),
      avatar: z.string().default(''),
      editedAt: z.int().nullable().default(null),
      erasedAt: z.int().nullable().default(null),
      moderator: z.boolean().default(false),
    }),
  ),
});

const read = new Map<string, Promise<PublishedComments | null>>();

/**
 * Approved comments to bake: from `COMMENTS_FILE`, else from the service at `COMMENTS_URL`. Null
 * when neither is set: then pages are complete without comments. Read once for a whole build.
 * Throws, with the remedy, when what is configured cannot be read; `COMMENTS_OPTIONAL=1` makes
 * that a warning.
 */
export function publishedComments(
  env: Environment = process.env,
): Promise<PublishedComments | null> {
  const key = JSON.stringify([env['COMMENTS_FILE'], env['COMMENTS_URL'], env['COMMENTS_OPTIONAL']]);
  const known = read.get(key) ?? readPublished(env);
  read.set(key, known);
  return known;
}

async function readPublished(env: Environment): Promise<PublishedComments | null> {
  const url = env['COMMENTS_URL']?.trim() ?? '';
  const file = env['COMMENTS_FILE']?.trim() ?? '';
  if (!url && !file) return null;
  if (url && url !== '/' && !/^https?:\/\/[^/?#]+\/?$/.test(url))
    throw new Error(`COMMENTS_URL=${url}: write / or an address such as https://comments.example.`);
  const service = url === '' ? null : url.replace(/\/$/, '');
  const source = file || (service ? `${service}/comments/approved.json` : '');
  if (!source) return { service, comments: [], mail: false, closed: [] };
  try {
    const text = file ? await readFile(file, 'utf8') : await fetchText(source);
    const { comments, ...said } = DOCUMENT.parse(JSON.parse(text));
    return { service, comments: comments.map(checked), ...said };
  } catch (error) {
    const problem = `Comments could not be read from ${source}: ${reason(error)}`;
    if (env['COMMENTS_OPTIONAL'] !== '1')
      throw new Error(
        `${problem}\nStart the service, correct ${file ? 'COMMENTS_FILE' : 'COMMENTS_URL'}, ` +
          'or set COMMENTS_OPTIONAL=1 to build without them.',
        { cause: error },
      );
    process.emitWarning(`${problem}\nThe pages are built without them.`);
    return { service, comments: [], mail: false, closed: [] };
  }
}

async function fetchText(address: string): Promise<string> {
  const response = await fetch(address, { signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error(`it answered ${response.status}.`);
  return response.text();
}

/** What comes from outside is held to the policy once more. */
function checked(comment: PublicComment): PublicComment {
  const website = cleanWebsite(comment.website ?? '');
  return {
    ...comment,
    website: website.ok ? website.value : null,
    html: treeHtml(toTree(comment.html)),
  };
}

function reason(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}
