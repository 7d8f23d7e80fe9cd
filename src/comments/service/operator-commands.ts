import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import {
  EXCHANGE_USAGE,
  exportCommand,
  type ExchangePlace,
  importCommand,
} from '../exchange/exchange-commands.ts';
import { rebuildJobs } from '../rebuild/rebuild-jobs.ts';
import { backUpFile } from '../store/back-up-file.ts';
import { checkDatabase } from '../store/check-database.ts';
import { copyStore, type TableCopy } from '../store/copy-store.ts';
import { type DatabasePlace, isPostgresUrl, placeName } from '../store/database-place.ts';
import { openDatabase, openExisting } from '../store/open-database.ts';
import { restoreFile } from '../store/restore-file.ts';
import { StoreError } from '../store/store-error.ts';
import { avatarOf } from './avatar-of.ts';
import { databasePlace, readTutorials } from './open-service.ts';
import { readSettings, type Settings } from './read-settings.ts';
import { loadSecret } from './secret.ts';

export const USAGE = `Usage: npm run comments                        serves
       npm run comments -- backup FILE         copies the database into a new file, also while it serves
       npm run comments -- restore FILE        puts a backup into an empty database;
                           restore FILE --force  takes the place of what is there, which is kept aside
       npm run comments -- check               looks at the database: tables, rows, every page
       npm run comments -- migrate-store FROM TO
                                               copies everything from a SQLite file or a postgres:// URL
                                               into an empty one, and compares
${EXCHANGE_USAGE}`;

/** Does what the arguments ask for and says so; null when they make no sense. */
type Command = (args: readonly string[], settings: Settings) => Promise<void> | null;

const COMMANDS: Readonly<Record<string, Command>> = {
  backup: ([file, ...rest], settings) =>
    file === undefined || rest.length ? null : backUp(file, settings),
  restore: ([file, force, ...rest], settings) =>
    file === undefined || rest.length || (force !== undefined && force !== '--force')
      ? null
      : restore(file, force !== undefined, settings),
  import: (args, settings) => importCommand(args, () => exchangePlace(settings)),
  export: (args, settings) => exportCommand(args, () => exchangePlace(settings)),
  check: (args, settings) => (args.length ? null : check(settings)),
  'migrate-store': ([from, to, ...rest]) =>
    from === undefined || to === undefined || rest.length ? null : migrateStore(from, to),
};

/** Runs `npm run comments -- NAME ARGS…`; explains itself, with exit code 2, for any other. */
export async function runCommand(name: string, args: readonly string[]): Promise<void> {
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  const running = args.includes('--help')
    ? null
    : (command?.(args, readSettings(process.env, { alone: true })) ?? null);
  if (running === null) {
    process.exitCode = 2;
    console.error(USAGE);
    return;
  }
  await running;
}

function exchangePlace(settings: Settings): ExchangePlace {
  let secret: string | undefined;
  return {
    database: databasePlace(settings),
    dataDir: settings.dataDir,
    siteUrl: settings.siteUrl,
    tutorials: readTutorials(),
    avatarOf: (email) => avatarOf((secret ??= loadSecret(settings)), email),
    print: (text) => {
      console.log(text);
    },
    jobsAfterImport: () => rebuildJobs({ settings, now: Date.now }),
  };
}

async function backUp(file: string, settings: Settings): Promise<void> {
  const place = databasePlace(settings);
  if ('url' in place)
    throw new StoreError(
      'unsupported',
      'The comments are in PostgreSQL: back them up with pg_dump --format=custom, and restore ' +
        'with pg_restore.',
    );
  await backUpFile(place.file, file);
  console.log(`${place.file} is backed up in ${file}, checked.`);
}

async function restore(file: string, force: boolean, settings: Settings): Promise<void> {
  const place = databasePlace(settings);
  if ('url' in place)
    throw new StoreError(
      'unsupported',
      'The comments are in PostgreSQL: restore a dump with pg_restore, or copy a SQLite file with ' +
        'npm run comments -- migrate-store FILE URL.',
    );
  mkdirSync(settings.dataDir, { recursive: true });
  const aside = `before-restore-${new Date().toISOString().replace(/[:.]/g, '-')}.sqlite`;
  const keep = force ? join(settings.dataDir, aside) : null;
  const { copies, replaced } = await restoreFile(file, place.file, keep).catch((error: unknown) => {
    if (force || !(error instanceof StoreError) || error.code !== 'not-empty') throw error;
    throw new StoreError(
      'not-empty',
      `${place.file} has comments, moderators or sessions already. Stop the service and add ` +
        '--force to put the backup in their place; they are kept aside.',
    );
  });
  printCopies(copies);
  if (replaced !== null) console.log(`What was there before is in ${replaced}.`);
  console.log(`${place.file} holds what ${file} held, compared row by row.`);
}

async function check(settings: Settings): Promise<void> {
  const { lines, faults } = await checkDatabase(databasePlace(settings));
  console.log(lines.join('\n'));
  if (faults.length === 0) {
    console.log('Sound.');
    return;
  }
  process.exitCode = 1;
  console.error(`Not sound:\n${faults.map((fault) => `  ${fault}`).join('\n')}`);
}

async function migrateStore(from: string, to: string): Promise<void> {
  const [source, target] = [placeOf(from), placeOf(to)];
  if (placeName(source) === placeName(target))
    throw new StoreError('not-empty', 'The two are the same database.');
  const reading = await openExisting(source);
  try {
    if ('file' in target) mkdirSync(dirname(target.file), { recursive: true });
    const writing = await openDatabase(target);
    try {
      printCopies(await copyStore(reading, writing));
    } finally {
      await writing.destroy();
    }
  } finally {
    await reading.destroy();
  }
  console.log(`${placeName(target)} holds what ${placeName(source)} holds, compared row by row.`);
}

function placeOf(text: string): DatabasePlace {
  if (!isPostgresUrl(text)) return { file: resolve(text) };
  readSettings({ DATABASE_URL: text }); // throws what is wrong with it
  return { url: text };
}

function printCopies(copies: readonly TableCopy[]): void {
  for (const { table, rows, digest } of copies)
    console.log(`  ${table}: ${rows} (SHA-256 ${digest.slice(0, 16)}…)`);
}
