import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { openStore } from '../../src/comments/store/open-store.ts';
import { runProgram } from '../service/support/program.ts';
import { sampleComment } from '../service/support/sample-comment.ts';
import { type LoadRequest, sendLoad } from './support/send-load.ts';

const PROGRAM = 'tests/bench/support/load-process.ts';
const POSTS = 4000;
const READS = 20_000;
const CONNECTIONS = 32;
/** Comments of the thread that is read. */
const THREAD = 50;
/** Minutes of load over which memory is watched: `MINUTES=15 npm run bench -- load`. */
const MINUTES = Number(process.env['MINUTES'] ?? 1);

/** What the issue aims at. */
const AIM = { posts: 0.7, reads: 1.3 } as const;

const TEXT = 'Une question sur les espaces de noms, <b>avec</b> de quoi remplir quelques lignes. ';

/**
 * Prints how many postings a second the service acknowledges beside bare inserts into the same
 * SQLite with the same durability, what reading a thread costs beside a file of the same size from
 * the same process, and how much memory it holds under both.
 */
export async function benchLoad(): Promise<void> {
  // Beside the project, so that it lies on the disk that is measured, and not in memory.
  const folder = mkdtempSync(join(process.env['BENCH_FOLDER'] ?? tmpdir(), 'strates-load-'));
  const site = join(folder, 'site');
  mkdirSync(site);
  writeFileSync(join(site, '_headers'), '');
  const thread = join(site, 'thread.json');
  writeFileSync(thread, '');
  const file = join(folder, 'comments.sqlite');
  await fillThread(file);
  const started = async () => {
    const env = { DATA_DIR: folder, PORT: '0', SITE_FOLDER: site, TRUST_PROXY: '1', POW_COST: '1' };
    const program = runProgram(PROGRAM, { env });
    const [base] = await program.printed(/http:\S+/);
    return { program, base };
  };
  try {
    const first = await started();
    const answer = await fetch(`${first.base}/comments/threads/hybrid.json`);
    writeFileSync(thread, await answer.text());
    first.program.child.kill();
    await first.program.ended;
    const { program, base } = await started();
    await benchPosts(base, join(folder, 'bare.sqlite'));
    await benchReads(base, readFileSync(thread).byteLength);
    await benchMemory(base, program.child.pid ?? 0);
    program.child.kill();
    await program.ended;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function fillThread(file: string): Promise<void> {
  const store = await openStore({ file });
  const ids: string[] = [];
  for (let n = 0; n < THREAD; n += 1)
    ids.push((await store.addComment(sampleComment({ tutorial: 'hybrid' }))).id);
  await store.decide({ id: 'all', comments: ids, to: 'approved', moderator: 'm', at: 1 });
  await store.close();
}

async function benchPosts(base: string, bareFile: string): Promise<void> {
  const bare = bareInserts(bareFile);
  const posts = await sendLoad(base, { count: POSTS, connections: CONNECTIONS }, posting);
  const share = posts.perSecond / bare;
  console.log(`bare inserts, durable: ${bare.toFixed(0)} a second`);
  console.log(
    `postings acknowledged, durable: ${posts.perSecond.toFixed(0)} a second, ` +
      `p50 ${posts.p50.toFixed(1)} ms, p99 ${posts.p99.toFixed(1)} ms`,
  );
  console.log(`share: ${(share * 100).toFixed(0)} % (aim ${AIM.posts * 100} %)`);
}

/** Rows of the same size, one transaction each, with the store's own settings. */
function bareInserts(file: string): number {
  const database = new DatabaseSync(file);
  database.exec(`pragma journal_mode = wal; pragma synchronous = full;
    create table comments (id text primary key, name text, email text, raw text, html text, at integer) strict`);
  const insert = database.prepare('insert into comments values (?, ?, ?, ?, ?, ?)');
  const start = performance.now();
  for (let n = 0; n < POSTS; n += 1) {
    const { form = {} } = posting(n);
    const { name = '', email = '', comment = '' } = form;
    insert.run(`id-${n}`, name, email, comment, `<p>${comment}</p>`, n);
  }
  const seconds = (performance.now() - start) / 1000;
  database.close();
  return POSTS / seconds;
}

let posted = 0;

/** A right comment by somebody else each time, from somewhere else. */
function posting(_n: number): LoadRequest {
  posted += 1;
  const network = [10, posted >> 16, posted >> 8, posted].map((part) => part & 255).join('.');
  return {
    path: '/comments/threads/hybrid',
    status: 201,
    headers: { Accept: 'application/json', 'X-Forwarded-For': network },
    form: {
      intent: 'send',
      locale: 'fr',
      name: `Visiteuse ${posted}`,
      email: `visiteuse-${posted}@example.org`,
      website: '',
      comment: `${posted} ${TEXT.repeat(3)}`,
    },
  };
}

async function benchReads(base: string, bytes: number): Promise<void> {
  const load = { count: READS, connections: CONNECTIONS };
  const reading = (path: string) => sendLoad(base, load, () => ({ path, status: 200 }));
  // Once each to warm up, then in turns: the machine is never quite the same twice.
  const [threadPath, filePath] = ['/comments/threads/hybrid.json', '/thread.json'];
  await reading(threadPath);
  await reading(filePath);
  const threads = [await reading(threadPath), await reading(threadPath)];
  const files = [await reading(filePath), await reading(filePath)];
  const best = (runs: readonly { perSecond: number; p99: number }[]) => ({
    perSecond: Math.max(...runs.map(({ perSecond }) => perSecond)),
    p99: Math.min(...runs.map(({ p99 }) => p99)),
  });
  const [thread, file] = [best(threads), best(files)];
  const ratio = file.perSecond / thread.perSecond;
  console.log(
    `a thread of ${THREAD} comments (${bytes} bytes): ${thread.perSecond.toFixed(0)} a second, p99 ${thread.p99.toFixed(1)} ms`,
  );
  console.log(
    `a file of the same size: ${file.perSecond.toFixed(0)} a second, p99 ${file.p99.toFixed(1)} ms`,
  );
  console.log(`ratio: ${ratio.toFixed(2)} (aim at most ${AIM.reads})`);
}

async function benchMemory(base: string, pid: number): Promise<void> {
  const samples: number[] = [];
  const until = Date.now() + MINUTES * 60_000;
  const stop = new AbortController();
  const sampling = (async () => {
    while (!stop.signal.aborted) {
      samples.push(residentMegabytes(pid));
      await wait(1000);
    }
  })();
  while (Date.now() < until) {
    await sendLoad(base, { count: 200, connections: 16 }, posting);
    await sendLoad(base, { count: 2000, connections: 16 }, () => ({
      path: '/comments/threads/hybrid.json',
      status: 200,
    }));
  }
  stop.abort();
  await sampling;
  const tenth = Math.max(1, Math.floor(samples.length / 10));
  const mean = (list: readonly number[]): number =>
    list.reduce((sum, each) => sum + each, 0) / list.length;
  // The first tenth warms up.
  const [early, late] = [samples.slice(tenth, 3 * tenth), samples.slice(-2 * tenth)];
  console.log(
    `memory over ${MINUTES} min of load: ${mean(early).toFixed(0)} MB early, ` +
      `${mean(late).toFixed(0)} MB late, ${Math.max(...samples).toFixed(0)} MB at most`,
  );
}

function residentMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024;
}
