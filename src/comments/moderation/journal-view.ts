import type { ServiceContext } from '../service/service.ts';

/** What a page of the journal is asked for; '' for anything. */
export interface JournalView {
  readonly moderator: string;
  readonly act: string;
  readonly comment: string;
}

const FIELDS = ['moderator', 'act', 'comment'] as const;

/** The view that an address asks for. */
export function readJournalView(c: ServiceContext): JournalView {
  const given = (name: (typeof FIELDS)[number]): string => (c.req.query(name) ?? '').slice(0, 64);
  return { moderator: given('moderator'), act: given('act'), comment: given('comment') };
}

/** What follows `/moderation/<locale>` for a view. */
export function journalPlace(view: JournalView, before = ''): string {
  const query = new URLSearchParams();
  for (const name of FIELDS) if (view[name]) query.set(name, view[name]);
  if (before) query.set('before', before);
  return `/journal${query.size ? `?${query.toString()}` : ''}`;
}
