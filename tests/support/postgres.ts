import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import { installDebianPackage } from './debian-package.ts';
import { freePort } from './free-port.ts';

const DEBIAN = '/usr/lib/postgresql';

/** Milliseconds within which a server on an idle machine answers many times over. */
const START_TIMEOUT = 60_000;

export interface Postgres {
  /** Which server it is, to be told. */
  readonly version: string;
  /** A new, empty database; its address. */
  readonly createDatabase: () => Promise<string>;
  /** Ends the server, and removes all that it kept. */
  readonly stop: () => Promise<void>;
}

/** Where the machine's PostgreSQL server is, installed where that works; null when it has none. */
export const POSTGRES_PROGRAMS: string | null =
  findPrograms() ?? (installDebianPackage('postgresql') ? findPrograms() : null);

/**
 * A real PostgreSQL of the machine, with its default durability, in a temporary folder, on the
 * loopback. Root may not run one: then the system's `postgres` user, or `nobody`, does.
 */
export async function startPostgres(programs: string): Promise<Postgres> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-postgres-'));
  const data = join(folder, 'data');
  const user = process.getuid?.() === 0 ? unprivilegedUser() : null;
  if (user) chownSync(folder, user.uid, user.gid);
  const as = user ? { uid: user.uid, gid: user.gid } : {};
  const common = { cwd: folder, env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' }, ...as };
  execFileSync(
    join(programs, 'initdb'),
    ['--pgdata', data, '--username', 'strates', '--auth', 'trust', '--encoding', 'UTF8'],
    { ...common, stdio: 'pipe' },
  );
  const port = await freePort();
  const server = spawn(
    join(programs, 'postgres'),
    ['-D', data, '-h', '127.0.0.1', '-p', String(port), '-k', folder],
    { ...common, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  // A test run that is broken off leaves no server behind.
  process.once('exit', () => server.kill('SIGQUIT'));
  const complaints = collect(server);
  const address = (database: string) => `postgres://strates@127.0.0.1:${port}/${database}`;
  const version = await firstAnswer(address('postgres'), server, complaints);
  let databases = 0;
  return {
    version,
    async createDatabase() {
      databases += 1;
      const name = `test_${databases}`;
      await query(address('postgres'), `create database ${name}`);
      return address(name);
    },
    async stop() {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGINT'); // "fast shutdown": ends sessions, then itself
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function findPrograms(): string | null {
  const versions = existsSync(DEBIAN)
    ? readdirSync(DEBIAN).sort((one, other) => Number(other) - Number(one))
    : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), binFolder()];
  return folders.find((folder) => folder !== null && existsSync(join(folder, 'initdb'))) ?? null;
}

function binFolder(): string | null {
  try {
    return execFileSync('pg_config', ['--bindir'], { encoding: 'utf8', stdio: 'pipe' }).trim();
  } catch {
    return null; // not installed
  }
}

function unprivilegedUser(): { uid: number; gid: number } {
  const id = (flag: string, user: string): number =>
    Number(execFileSync('id', [flag, user], { encoding: 'utf8', stdio: 'pipe' }));
  for (const user of ['postgres', 'nobody']) {
    try {
      return { uid: id('-u', user), gid: id('-g', user) };
    } catch {
      // There is no such user here: the next one.
    }
  }
  throw new Error('PostgreSQL may not run as root, and there is no user postgres or nobody.');
}

function collect(server: ChildProcess): () => string {
  let text = '';
  server.stderr?.on('data', (data: Buffer) => {
    text = (text + data.toString()).slice(-4000);
  });
  return () => text;
}

async function firstAnswer(
  url: string,
  server: ChildProcess,
  complaints: () => string,
): Promise<string> {
  const until = Date.now() + START_TIMEOUT;
  for (;;) {
    try {
      return await query(url, 'show server_version');
    } catch (error) {
      if (server.exitCode !== null || Date.now() > until)
        throw new Error(`PostgreSQL did not start:\n${complaints()}`, { cause: error });
      await wait(50);
    }
  }
}

async function query(url: string, text: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, string>>(text);
    return Object.values(rows[0] ?? {})[0] ?? '';
  } finally {
    await client.end();
  }
}
