import { isLocale, type Locale } from '../../i18n/locales.ts';
import type { CommentRef } from '../store/exchange-store.ts';
import type { CommentState, Instant } from '../store/store.ts';
import type { ElementReader, Fail } from './read-xml.ts';
import type { SourceComment, SourcePage } from './source-comment.ts';
import { META } from './wordpress-format.ts';

const CHANNEL = 'rss/channel';
const ITEM = `${CHANNEL}/item`;
const COMMENT = `${ITEM}/wp:comment`;
const META_ENTRY = `${COMMENT}/wp:commentmeta`;

const TEXTS: ReadonlySet<string> = new Set([
  ...['link', 'language', 'wp:wxr_version', 'wp:base_blog_url'].map((name) => `${CHANNEL}/${name}`),
  ...['title', 'link', 'wp:post_id', 'wp:post_name'].map((name) => `${ITEM}/${name}`),
  ...['id', 'author', 'author_email', 'author_url', 'author_IP', 'date', 'date_gmt']
    .concat('content', 'approved', 'type', 'parent')
    .map((name) => `${COMMENT}/wp:comment_${name}`),
  `${META_ENTRY}/wp:meta_key`,
  `${META_ENTRY}/wp:meta_value`,
]);

/** What WordPress writes into `comment_approved`; what is none of these waits. */
const STATES: ReadonlyMap<string, CommentState> = new Map([
  ['1', 'approved'],
  ['approve', 'approved'],
  ['approved', 'approved'],
  ['spam', 'spam'],
  ['trash', 'rejected'],
  ['post-trashed', 'rejected'],
]);

const KINDS: ReadonlyMap<string, SourceComment['kind']> = new Map([
  ['', 'comment'],
  ['comment', 'comment'],
  ['pingback', 'pingback'],
  ['trackback', 'pingback'],
]);

type Fields = Map<string, string>;

/** Reads WordPress's export format, WXR (1.0 to 1.2): its comments, under the posts that they are on. */
export function wordpressReader(emit: (comment: SourceComment) => void, fail: Fail): ElementReader {
  const channel: Fields = new Map();
  let item: Fields = new Map();
  let comment: Fields = new Map();
  let meta: Fields = new Map();
  const fieldsAt = (path: string): Fields | null => {
    if (path.startsWith(`${COMMENT}/`)) return comment;
    if (path.startsWith(`${ITEM}/`)) return item;
    return path.startsWith(`${CHANNEL}/`) ? channel : null;
  };
  return {
    texts: TEXTS,
    open(path) {
      if (path === ITEM) {
        if (!channel.has(`${CHANNEL}/wp:wxr_version`))
          fail('this is an RSS feed, not an export of WordPress: it has no wp:wxr_version.');
        item = new Map();
      } else if (path === COMMENT) {
        comment = new Map();
        meta = new Map();
      }
    },
    close(path, text) {
      if (TEXTS.has(path)) fieldsAt(path)?.set(path, text);
      else if (path === META_ENTRY)
        meta.set(
          comment.get(`${path}/wp:meta_key`) ?? '',
          comment.get(`${path}/wp:meta_value`) ?? '',
        );
      else if (path === COMMENT) emit(toComment({ channel, item, comment, meta }, fail));
    },
  };
}

interface Parts {
  readonly channel: Fields;
  readonly item: Fields;
  readonly comment: Fields;
  readonly meta: Fields;
}

function toComment({ channel, item, comment, meta }: Parts, fail: Fail): SourceComment {
  const get = (name: string): string => comment.get(`${COMMENT}/wp:comment_${name}`) ?? '';
  const blog = blogName(channel) ?? fail('the file does not say which blog it is of.');
  const own = meta.get(META.id);
  const refOf = (id: string): CommentRef | null =>
    /^[1-9]\d{0,19}$/.test(id) ? { origin: `wordpress:${blog}:${id}` } : null;
  const parent = meta.get(META.parent);
  const locale = meta.get(META.locale);
  const createdAt = instantOf(get('date_gmt')) ?? instantOf(get('date'));
  return {
    ref: own === undefined ? refOf(get('id').trim()) : { id: own },
    parent: parent === undefined ? refOf(get('parent').trim()) : { id: parent },
    page: pageOf(item),
    kind: KINDS.get(get('type').trim()) ?? 'other',
    locale: isLocale(locale) ? locale : null,
    fileLocale: localeOf(channel.get(`${CHANNEL}/language`)),
    state: STATES.get(get('approved').trim()) ?? 'pending',
    createdAt,
    name: get('author'),
    email: get('author_email'),
    website: get('author_url'),
    raw: get('content'),
    traced: get('author_IP').trim() !== '',
    ...(own !== undefined && {
      past: {
        writtenBy: meta.get(META.moderator) ?? null,
        origin: meta.get(META.origin) ?? null,
        decidedAt: null,
        editedAt: null,
        erasedAt: meta.has(META.erased) ? createdAt : null,
        receiptHash: '',
        signals: [],
        edits: [],
        notes: [],
      },
    }),
  };
}

function pageOf(item: Fields): SourcePage {
  const get = (name: string): string => (item.get(`${ITEM}/${name}`) ?? '').trim();
  const [id, slug] = [get('wp:post_id'), get('wp:post_name')];
  return { id, slug, link: get('link'), title: get('title') };
}

/** Host and folder of the blog: what makes its comments' numbers its own. */
function blogName(channel: Fields): string | null {
  const address =
    channel.get(`${CHANNEL}/wp:base_blog_url`) || channel.get(`${CHANNEL}/link`) || '';
  if (!URL.canParse(address.trim())) return null;
  const { host, pathname } = new URL(address.trim());
  return host + pathname.replace(/\/+$/, '');
}

/** `fr-FR`, `en-US` or `fr`. */
function localeOf(language = ''): Locale | null {
  const [tag = ''] = language.trim().toLowerCase().split(/[-_]/);
  return isLocale(tag) ? tag : null;
}

/** WordPress's times are `2026-11-25 10:00:00`; those it does not know are all zeros. */
function instantOf(text: string): Instant | null {
  const match = /^\s*(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)\s*$/.exec(text);
  if (!match) return null;
  const instant = Date.parse(`${text.trim().replace(' ', 'T')}Z`);
  return Number.isNaN(instant) || match[1] === '0000' ? null : instant;
}
