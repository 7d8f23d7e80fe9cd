import { isLocale, type Locale } from '../../i18n/locales.ts';
import type { ServiceContext } from '../service/service.ts';
import { QUEUE_SORTS, type QueueFilter, type QueueSort } from '../store/queue-store.ts';
import { COMMENT_STATES, type CommentState } from '../store/store.ts';

/** The tabs of the queue: a state, or all of them. */
export const QUEUE_TABS = [...COMMENT_STATES, 'all'] as const;
export type QueueTab = (typeof QUEUE_TABS)[number];

/** What a page of the queue shows: everything that its address says, but for the page. */
export interface QueueView {
  readonly tab: QueueTab;
  readonly tutorial: string;
  readonly language: Locale | '';
  readonly author: string;
  readonly text: string;
  /** '' for the usual one. */
  readonly sort: QueueSort | '';
}

/** The parts of a view that its form asks for, as they are called in the address. */
export const VIEW_FIELDS = ['tutorial', 'language', 'author', 'text', 'sort'] as const;

/** Characters of a search; nobody types more. */
const LONGEST = 200;

/** The view that an address asks for; what makes no sense in it is left out. */
export function readView(c: ServiceContext, tab: string | undefined): QueueView {
  const given = (name: string): string => (c.req.query(name) ?? '').trim().slice(0, LONGEST);
  const language = given('language');
  return {
    tab: QUEUE_TABS.find((each) => each === tab) ?? 'pending',
    tutorial: given('tutorial'),
    language: isLocale(language) ? language : '',
    author: given('author'),
    text: given('text'),
    sort: QUEUE_SORTS.find((each) => each === given('sort')) ?? '',
  };
}

/** What the store is asked for. */
export function filterOf({
  tab,
  tutorial,
  language,
  author,
  text,
  sort,
}: QueueView): QueueFilter & {
  readonly sort?: QueueSort | undefined;
} {
  return {
    state: stateOf(tab),
    tutorial: tutorial || undefined,
    locale: language || undefined,
    author: author || undefined,
    text: text || undefined,
    sort: sort || undefined,
  };
}

/** The state that a tab shows; undefined for all. */
export function stateOf(tab: QueueTab): CommentState | undefined {
  return tab === 'all' ? undefined : tab;
}

/** Whether a view leaves out anything of its tab. */
export function isFiltered({ tutorial, language, author, text }: QueueView): boolean {
  return [tutorial, language, author, text].some(Boolean);
}

/** What follows `/moderation/<locale>` for a view, with more parameters where they are not empty. */
export function viewPlace(view: QueueView, more: Readonly<Record<string, string>> = {}): string {
  return `/${view.tab}${viewQuery(view, more)}`;
}

/** The address of a comment's own page, which keeps the view to go back to. */
export function commentPlace(id: string, view: QueueView): string {
  return `/comments/${id}${viewQuery(view, { tab: view.tab })}`;
}

/** A view as a query; '' when it says nothing. */
export function viewQuery(view: QueueView, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams();
  for (const name of VIEW_FIELDS) if (view[name]) query.set(name, view[name]);
  for (const [name, value] of Object.entries(more)) if (value) query.set(name, value);
  return query.size ? `?${query.toString()}` : '';
}
