import type { IncomingComment, ReplyLink } from '../store/exchange-store.ts';
import type { CommentStore } from '../store/store.ts';
import { count, countUnmatched, type ImportReport } from './import-report.ts';
import { type ImportRules, prepareComment } from './prepare-comment.ts';
import { type Format, readSource } from './read-source.ts';
import type { SourceComment } from './source-comment.ts';

export interface Import {
  readonly store: Pick<CommentStore, 'importComments' | 'linkReplies'>;
  readonly file: string;
  readonly format: Format | null;
  readonly rules: ImportRules;
  readonly dryRun: boolean;
}

/** Comments of one transaction, by number and by the characters of their texts. */
const BATCH = { comments: 200, characters: 4_000_000 } as const;

/**
 * Takes the comments of a file in, and fills `report` as it goes, so that it tells what was done
 * also when the file turns out to be broken. Whatever is there already is left as it is: an import
 * that was broken off is simply run again.
 *
 * @throws ExchangeError for a file that is not well-formed.
 */
export async function importComments(work: Import, report: ImportReport): Promise<void> {
  const open = await takeAll(work, report);
  // A second reading needs no memory of the first, however large the file.
  if (open > 0 && !work.dryRun) await linkAll(work, report);
}

async function takeAll(
  { store, file, format, rules, dryRun }: Import,
  report: ImportReport,
): Promise<number> {
  let open = 0;
  let batch: IncomingComment[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    const outcome = await store.importComments(batch, { dryRun });
    for (const { id, state } of batch) if (outcome.taken.has(id)) count(report.taken, state);
    report.there += batch.length - outcome.taken.size;
    open += outcome.open;
    batch = [];
    characters = 0;
  };
  for await (const sources of readSource(file, format)) {
    for (const source of sources) {
      const prepared = prepareComment(source, rules);
      if ('leftOut' in prepared) {
        count(report.leftOut, prepared.leftOut);
        if (prepared.leftOut === 'unmatched') countUnmatched(report, source.page);
        continue;
      }
      for (const what of prepared.dropped) count(report.dropped, what);
      batch.push(prepared.comment);
      characters += prepared.comment.raw.length + prepared.comment.html.length;
      if (batch.length >= BATCH.comments || characters >= BATCH.characters) await flush();
    }
  }
  if (batch.length) await flush();
  return open;
}

async function linkAll({ store, file, format }: Import, report: ImportReport): Promise<void> {
  let links: ReplyLink[] = [];
  const flush = async (): Promise<void> => {
    const { linked, orphans, impossible } = await store.linkReplies(links);
    report.linked += linked;
    report.orphans += orphans;
    report.impossible += impossible;
    links = [];
  };
  for await (const sources of readSource(file, format)) {
    links.push(...sources.flatMap(linkOf));
    if (links.length >= BATCH.comments) await flush();
  }
  if (links.length) await flush();
}

function linkOf({ ref, parent }: SourceComment): ReplyLink[] {
  return ref && parent ? [{ comment: ref, parent }] : [];
}
