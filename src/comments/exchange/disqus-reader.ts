import type { CommentRef } from '../store/exchange-store.ts';
import type { CommentState, Instant } from '../store/store.ts';
import type { ElementReader } from './read-xml.ts';
import type { SourceComment, SourcePage } from './source-comment.ts';

const THREAD = 'disqus/thread';
const POST = 'disqus/post';
const ID = 'dsq:id';

const TEXTS: ReadonlySet<string> = new Set([
  ...['id', 'link', 'title', 'forum'].map((name) => `${THREAD}/${name}`),
  ...['message', 'createdAt', 'isDeleted', 'isSpam', 'isApproved', 'ipAddress']
    .concat('author/name', 'author/email')
    .map((name) => `${POST}/${name}`),
]);

interface Thread {
  readonly forum: string;
  readonly page: SourcePage;
}

type Fields = Map<string, string>;

const NOWHERE: SourcePage = { id: '', slug: '', link: '', title: '' };

/**
 * Reads Disqus's export (https://help.disqus.com/en/articles/1717164-comments-export): threads
 * first, then the posts, which name their thread.
 */
export function disqusReader(emit: (comment: SourceComment) => void): ElementReader {
  const threads = new Map<string, Thread>();
  let fields: Fields = new Map();
  return {
    texts: TEXTS,
    open(path, attributes) {
      if (path === THREAD || path === POST) fields = new Map();
      const id = attributes.get(ID);
      if (id !== undefined) fields.set(path, id);
    },
    close(path, text) {
      if (TEXTS.has(path)) fields.set(path, text);
      else if (path === THREAD) threads.set(fields.get(THREAD) ?? '', toThread(fields));
      else if (path === POST)
        emit(toComment(fields, threads.get(fields.get(`${POST}/thread`) ?? '')));
    },
  };
}

function toThread(fields: Fields): Thread {
  const get = (name: string): string => (fields.get(`${THREAD}/${name}`) ?? '').trim();
  const link = get('link');
  const [, slug = ''] = /([^/]+)\/*(?:[?#].*)?$/.exec(URL.parse(link)?.pathname ?? '') ?? [];
  return { forum: get('forum'), page: { id: get('id'), slug, link, title: get('title') } };
}

function toComment(fields: Fields, thread: Thread | undefined): SourceComment {
  const get = (name: string): string => fields.get(`${POST}/${name}`) ?? '';
  const refOf = (id: string): CommentRef | null =>
    thread && /^\d{1,20}$/.test(id) ? { origin: `disqus:${thread.forum}:${id}` } : null;
  return {
    ref: refOf(fields.get(POST) ?? ''),
    parent: refOf(get('parent')),
    page: thread?.page ?? NOWHERE,
    kind: 'comment',
    locale: null,
    fileLocale: null,
    state: stateOf((name) => get(name).trim()),
    createdAt: instantOf(get('createdAt')),
    name: get('author/name'),
    email: get('author/email'),
    website: '',
    raw: get('message'),
    traced: get('ipAddress').trim() !== '',
  };
}

function stateOf(get: (name: string) => string): CommentState {
  if (get('isSpam') === 'true') return 'spam';
  if (get('isDeleted') === 'true') return 'rejected';
  return get('isApproved') === 'false' ? 'pending' : 'approved';
}

function instantOf(text: string): Instant | null {
  const instant = /^\s*\d{4}-\d\d-\d\dT/.test(text) ? Date.parse(text.trim()) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
