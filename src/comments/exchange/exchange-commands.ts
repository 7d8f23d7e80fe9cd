import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { createStore } from '../store/create-store.ts';
import type { DatabasePlace } from '../store/database-place.ts';
import { openExisting } from '../store/open-database.ts';
import { openStore } from '../store/open-store.ts';
import type { NewJob } from '../store/outbox-store.ts';
import { COMMENT_STATES, type CommentStore } from '../store/store.ts';
import { ExchangeError } from './exchange-error.ts';
import { EXPORT_FORMATS, exportComments } from './export-comments.ts';
import { importComments } from './import-comments.ts';
import { newReport, reportLines, takenInAll } from './import-report.ts';
import { pageMatcher } from './match-page.ts';
import { FORMATS } from './read-source.ts';

/** What both commands work with. */
export interface ExchangePlace {
  readonly database: DatabasePlace;
  readonly dataDir: string;
  readonly siteUrl: URL;
  readonly tutorials: ReadonlyMap<string, TutorialEntry>;
  readonly avatarOf: (email: string) => string;
  /** Tells the operator. */
  readonly print: (text: string) => void;
  /** What follows when published comments have changed. */
  readonly jobsAfterImport: () => readonly NewJob[];
}

export const EXCHANGE_USAGE = `       npm run comments -- import FILE         takes in the comments of a WordPress export (WXR), a Disqus
                                               export, or our own, also while it serves
                           --map OLD=TUTORIAL    the tutorial that an old page has become, by slug, address or
                                                 id; again for each, or a file with a line each
                           --locale fr|en        language of comments that do not say theirs
                           --state STATE         all come in as pending, approved, rejected or spam
                           --only STATE,…        no others than those that are
                           --format FORMAT       wordpress, disqus or strates; else found out
                           --dry-run             only says what it would do
       npm run comments -- export [FILE]       writes all comments into a new file, or to the output
                           --format FORMAT       strates (JSON, the default) or wordpress (WXR)
                           --tutorial ID         only those of one tutorial`;

/** Does what the arguments ask for; null when they make no sense. */
export function importCommand(
  args: readonly string[],
  place: () => ExchangePlace,
): Promise<void> | null {
  const parsed = read(args, {
    format: { type: 'string' },
    map: { type: 'string', multiple: true },
    locale: { type: 'string' },
    state: { type: 'string' },
    only: { type: 'string' },
    'dry-run': { type: 'boolean' },
  });
  const [file, ...rest] = parsed?.positionals ?? [];
  if (!parsed || file === undefined || rest.length) return null;
  const { values } = parsed;
  const only = values.only?.split(',').map((state) => oneOf('only', state, COMMENT_STATES));
  const options = {
    format: oneOf('format', values.format, FORMATS),
    locale: oneOf('locale', values.locale, LOCALES),
    state: oneOf('state', values.state, COMMENT_STATES),
    only: only ? new Set(only.filter((state) => state !== null)) : null,
    map: readMap(values.map ?? []),
    dryRun: values['dry-run'] ?? false,
  };
  return runImport(file, options, place());
}

/** Does what the arguments ask for; null when they make no sense. */
export function exportCommand(
  args: readonly string[],
  place: () => ExchangePlace,
): Promise<void> | null {
  const parsed = read(args, { format: { type: 'string' }, tutorial: { type: 'string' } });
  const [file = null, ...rest] = parsed?.positionals ?? [];
  if (!parsed || rest.length) return null;
  const { values } = parsed;
  const format = oneOf('format', values.format, EXPORT_FORMATS) ?? 'strates';
  return runExport(file, { format, tutorial: values.tutorial }, place());
}

type Options = NonNullable<NonNullable<Parameters<typeof parseArgs>[0]>['options']>;

function read<Known extends Options>(args: readonly string[], options: Known) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch {
    return null; // an option that there is not
  }
}

function oneOf<Value extends string>(
  option: string,
  text: string | undefined,
  values: readonly Value[],
): Value | null {
  if (text === undefined) return null;
  const value = values.find((one) => one === text.trim());
  if (value !== undefined) return value;
  throw new ExchangeError(`--${option} ${text}: there are ${values.join(', ')}.`);
}

/** `old=tutorial`, or a file with a line each; `#` begins a remark. */
function readMap(said: readonly string[]): ReadonlyMap<string, string> {
  const lines = said.flatMap((text) =>
    existsSync(text)
      ? readFileSync(text, 'utf8')
          .split(/\r?\n/)
          .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
          .filter(Boolean)
      : [text],
  );
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf('=');
      if (at < 1)
        throw new ExchangeError(`--map ${line}: write OLD=TUTORIAL, or name a file of such lines.`);
      return [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    }),
  );
}

type ImportOptions = Pick<Parameters<typeof importComments>[0], 'format' | 'dryRun'> &
  Pick<Parameters<typeof importComments>[0]['rules'], 'locale' | 'state' | 'only'> & {
    readonly map: ReadonlyMap<string, string>;
  };

async function runImport(
  file: string,
  { format, dryRun, map, ...rules }: ImportOptions,
  place: ExchangePlace,
): Promise<void> {
  const match = pageMatcher(place.tutorials.values(), map);
  const store = await openTarget(place, dryRun);
  const report = newReport();
  try {
    const work = { ...rules, match, avatarOf: dryRun ? () => '' : place.avatarOf };
    await importComments({ store, file, format, dryRun, rules: work }, report);
  } finally {
    const taken = takenInAll(report);
    if (taken && !dryRun) {
      const detail = { file: basename(file), taken, there: report.there };
      await store.addAudit({ at: Date.now(), moderator: null, act: 'comments-imported', detail });
      if (report.taken.has('approved')) await store.enqueue(place.jobsAfterImport());
    }
    await store.close();
    place.print([file, ...reportLines(report, dryRun)].join('\n'));
  }
}

/** What would be imported is compared with what is there; nothing is made for that. */
async function openTarget(place: ExchangePlace, dryRun: boolean): Promise<CommentStore> {
  const { database } = place;
  if (!dryRun) {
    mkdirSync(place.dataDir, { recursive: true });
    return openStore(database);
  }
  if ('file' in database && !existsSync(database.file)) return openStore({ file: ':memory:' });
  return createStore(await openExisting(database));
}

async function runExport(
  file: string | null,
  { format, tutorial }: Pick<Parameters<typeof exportComments>[0], 'format' | 'tutorial'>,
  { database, tutorials, siteUrl, print }: ExchangePlace,
): Promise<void> {
  if (tutorial !== undefined && !tutorials.has(tutorial))
    throw new ExchangeError(
      `--tutorial ${tutorial}: there is no such one. There are: ${[...tutorials.keys()].join(', ')}.`,
    );
  const store = createStore(await openExisting(database));
  try {
    const site = { url: siteUrl, tutorials };
    const comments = await exportComments({ store, format, tutorial, site }, file);
    if (file !== null) print(`${file} holds ${comments.toLocaleString('en')} comments.`);
  } finally {
    await store.close();
  }
}
