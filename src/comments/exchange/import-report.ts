import { COMMENT_STATES, type CommentState } from '../store/store.ts';
import type { Dropped, LeftOut } from './prepare-comment.ts';
import type { SourcePage } from './source-comment.ts';

/** What became of the comments of a file. */
export interface ImportReport {
  readonly taken: Map<CommentState, number>;
  there: number;
  linked: number;
  orphans: number;
  impossible: number;
  readonly leftOut: Map<LeftOut, number>;
  readonly dropped: Map<Dropped, number>;
  /** Pages that match no tutorial, with their comments. */
  readonly unmatched: Map<string, { readonly page: SourcePage; comments: number }>;
}

/** Pages that a report counts one by one, and those that it prints. */
const PAGES = { counted: 10_000, printed: 20 } as const;

const LEFT_OUT: Readonly<Record<LeftOut, string>> = {
  unmatched: 'on pages that match no tutorial (below)',
  'not-asked-for': 'in a state that --only leaves out',
  pingback: 'pingbacks and trackbacks',
  'no-comment': 'of a type that is no comment',
  'no-id': 'without an id that is one',
  'no-date': 'without a date that is one',
  'no-locale': 'in a language that the file does not say: add --locale fr or --locale en',
  'name-too-long': 'with a name of more than 245 characters',
  empty: 'with nothing to read',
  'too-long': 'of more than 65,525 bytes',
  'too-deep': 'with more than 32 elements in each other',
  'too-many-attributes': 'with more than 64 attributes on one tag',
  'too-large': 'whose HTML would be too large',
};

const DROPPED: Readonly<Record<Dropped, string>> = {
  trace: 'IP addresses (and browsers), which are not kept',
  email: 'e-mail addresses that are none',
  website: 'websites that are none on the web',
  name: 'names with nothing to read: these comments are anonymous',
};

export function newReport(): ImportReport {
  return {
    taken: new Map(),
    there: 0,
    linked: 0,
    orphans: 0,
    impossible: 0,
    leftOut: new Map(),
    dropped: new Map(),
    unmatched: new Map(),
  };
}

/** Adds one to what `counts` has under `key`. */
export function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

export function countUnmatched({ unmatched }: ImportReport, page: SourcePage): void {
  const key = page.slug || page.link || page.id;
  const known = unmatched.get(key);
  if (known) known.comments += 1;
  else if (unmatched.size < PAGES.counted) unmatched.set(key, { page, comments: 1 });
}

/** How many were taken in all. */
export function takenInAll({ taken }: ImportReport): number {
  return [...taken.values()].reduce((sum, one) => sum + one, 0);
}

/** The report for a person, a line each. */
export function reportLines(report: ImportReport, dryRun: boolean): readonly string[] {
  const states = COMMENT_STATES.filter((state) => report.taken.has(state))
    .map((state) => `${state} ${number(report.taken.get(state))}`)
    .join(', ');
  const left = [...report.leftOut.values()].reduce((sum, one) => sum + one, 0);
  return [
    `  ${dryRun ? 'would be taken' : 'taken'}: ${number(takenInAll(report))}${states && ` (${states})`}`,
    `  already there: ${number(report.there)}`,
    `  left out: ${number(left)}`,
    ...counted(report.leftOut, LEFT_OUT),
    ...some(report.orphans, 'replies to what is not there, which stand by themselves'),
    ...some(
      report.impossible,
      'replies to another thread, or in a circle: they stand by themselves',
    ),
    ...(report.dropped.size ? ['  not taken along:'] : []),
    ...counted(report.dropped, DROPPED),
    ...unmatchedLines(report),
  ];
}

function counted<Key extends string>(
  counts: ReadonlyMap<Key, number>,
  words: Readonly<Record<Key, string>>,
): string[] {
  return [...counts].map(([key, n]) => `    ${number(n)} ${words[key]}`);
}

function some(n: number, words: string): string[] {
  return n ? [`  ${number(n)} ${words}`] : [];
}

function unmatchedLines({ unmatched }: ImportReport): string[] {
  const pages = [...unmatched].sort(([, one], [, other]) => other.comments - one.comments);
  const [first] = pages;
  if (!first) return [];
  const lines = pages
    .slice(0, PAGES.printed)
    .map(([key, { page, comments }]) =>
      `  ${number(comments)} ${line(key)} ${line(page.title)}`.trimEnd(),
    );
  const rest = pages.length - PAGES.printed;
  return [
    'Pages that match no tutorial, with their comments:',
    ...lines,
    ...(rest > 0 ? [`  and ${number(rest)} more.`] : []),
    `Say which tutorial a page has become, as in --map ${line(first[0])}=virtualization, and run again.`,
  ];
}

/** What a file says, on one line and without what would move a terminal's cursor. */
function line(text: string): string {
  return text.replace(/\p{C}+/gu, ' ').slice(0, 100);
}

function number(n = 0): string {
  return n.toLocaleString('en');
}
