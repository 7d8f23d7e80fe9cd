import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import type { ExportedComment } from '../store/exchange-store.ts';
import type { CommentState } from '../store/store.ts';
import { META } from './wordpress-format.ts';
import { cdata, xmlText } from './xml-text.ts';

const STATES = {
  approved: '1',
  pending: '0',
  spam: 'spam',
  rejected: 'trash',
} as const satisfies Record<CommentState, string>;

export interface WordPressSite {
  readonly url: URL;
  readonly tutorials: ReadonlyMap<string, TutorialEntry>;
}

/**
 * WordPress's export format, WXR 1.2: a post for each tutorial, its comments in the order of time.
 * The text is what the policy made of it: WordPress publishes what an administrator imports as it
 * stands.
 */
export async function* writeWordPress(
  pages: AsyncIterable<readonly ExportedComment[]>,
  site: WordPressSite,
): AsyncGenerator<string> {
  yield head(site);
  let tutorial: string | null = null;
  for await (const comments of pages) {
    for (const comment of comments) {
      if (comment.tutorial !== tutorial) {
        if (tutorial !== null) yield '</item>\n';
        tutorial = comment.tutorial;
        yield itemHead(site, tutorial, comment.createdAt);
      }
      yield commentElement(comment);
    }
  }
  if (tutorial !== null) yield '</item>\n';
  yield '</channel>\n</rss>\n';
}

function head({ url }: WordPressSite): string {
  const address = xmlText(url.origin);
  return `<?xml version="1.0" encoding="UTF-8" ?>
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>Strates</title>
<link>${address}</link>
<description></description>
<language>fr</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${address}</wp:base_site_url>
<wp:base_blog_url>${address}</wp:base_blog_url>
`;
}

function itemHead({ url, tutorials }: WordPressSite, id: string, at: number): string {
  const tutorial = tutorials.get(id);
  const path = tutorial?.path.fr ?? `/${id}/`;
  const link = new URL(path, url).href;
  const number = [...tutorials.keys()].indexOf(id) + 1 || tutorials.size + 1;
  return `<item>
<title>${cdata(tutorial?.title.fr ?? id)}</title>
<link>${xmlText(link)}</link>
<dc:creator>${cdata('strates')}</dc:creator>
<guid isPermaLink="true">${xmlText(link)}</guid>
<description></description>
<content:encoded>${cdata('')}</content:encoded>
<excerpt:encoded>${cdata('')}</excerpt:encoded>
<wp:post_id>${number}</wp:post_id>
<wp:post_date>${cdata(time(at))}</wp:post_date>
<wp:post_date_gmt>${cdata(time(at))}</wp:post_date_gmt>
<wp:comment_status>${cdata('open')}</wp:comment_status>
<wp:ping_status>${cdata('closed')}</wp:ping_status>
<wp:post_name>${cdata(id)}</wp:post_name>
<wp:status>${cdata('publish')}</wp:status>
<wp:post_parent>0</wp:post_parent>
<wp:menu_order>0</wp:menu_order>
<wp:post_type>${cdata('post')}</wp:post_type>
<wp:post_password>${cdata('')}</wp:post_password>
<wp:is_sticky>0</wp:is_sticky>
`;
}

function commentElement(comment: ExportedComment): string {
  const meta = [
    [META.id, comment.id],
    [META.parent, comment.parent],
    [META.locale, comment.locale],
    [META.moderator, comment.writtenBy],
    [META.origin, comment.origin],
    [META.erased, comment.erasedAt === null ? null : '1'],
  ] as const;
  const entries = meta.map(([key, value]) => (value === null ? '' : metaElement(key, value)));
  return `<wp:comment>
<wp:comment_id>${comment.number}</wp:comment_id>
<wp:comment_author>${cdata(comment.name)}</wp:comment_author>
<wp:comment_author_email>${cdata(comment.email)}</wp:comment_author_email>
<wp:comment_author_url>${xmlText(comment.website ?? '')}</wp:comment_author_url>
<wp:comment_author_IP></wp:comment_author_IP>
<wp:comment_date>${cdata(time(comment.createdAt))}</wp:comment_date>
<wp:comment_date_gmt>${cdata(time(comment.createdAt))}</wp:comment_date_gmt>
<wp:comment_content>${cdata(comment.html)}</wp:comment_content>
<wp:comment_approved>${cdata(STATES[comment.state])}</wp:comment_approved>
<wp:comment_type>${cdata('comment')}</wp:comment_type>
<wp:comment_parent>${comment.parentNumber ?? 0}</wp:comment_parent>
<wp:comment_user_id>0</wp:comment_user_id>
${entries.join('')}</wp:comment>
`;
}

function metaElement(key: string, value: string): string {
  return `<wp:commentmeta>
<wp:meta_key>${cdata(key)}</wp:meta_key>
<wp:meta_value>${cdata(value)}</wp:meta_value>
</wp:commentmeta>
`;
}

/** `2026-11-25 10:00:00`, in UTC. */
function time(instant: number): string {
  return new Date(instant).toISOString().slice(0, 19).replace('T', ' ');
}
