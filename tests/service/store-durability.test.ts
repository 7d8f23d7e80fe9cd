import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';

const KILLS = 20;
const writer = new URL('support/add-until-killed.ts', import.meta.url).pathname;

/** Starts a writer, kills it -9 in the middle of its work, and gives the ids that it had reported. */
async function acknowledgedBeforeKill(file: string, afterMs: number): Promise<string[]> {
  const child = spawn(process.execPath, [writer, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
  });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  await wait(afterMs);
  const closed = new Promise((resolve) => child.once('close', resolve));
  child.kill('SIGKILL');
  await closed;
  // A last line without its end was cut by the kill: it was not acknowledged.
  return output.split('\n').slice(0, -1);
}

test(`every acknowledged comment survives kill -9, once (${KILLS} times)`, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'strates-kill-'));
  const file = join(folder, 'comments.sqlite');
  const acknowledged: string[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    acknowledged.push(...(await acknowledgedBeforeKill(file, (kill * 7) % 40)));
  }
  const database = new DatabaseSync(file);
  const kept = database.prepare('select id, html, policy_version from comments').all();
  const check = database.prepare('pragma integrity_check').get();
  database.close();
  rmSync(folder, { recursive: true });

  expect(acknowledged.length).toBeGreaterThan(KILLS * 4);
  const ids = new Set(kept.map(({ id }) => id));
  expect(ids.size).toBe(kept.length);
  expect(acknowledged.filter((id) => !ids.has(id))).toEqual([]);
  expect(new Set(acknowledged).size).toBe(acknowledged.length);
  expect(check).toEqual({ integrity_check: 'ok' });
  console.log(`${acknowledged.length} acknowledged, ${kept.length} kept after ${KILLS} kills`);
});
