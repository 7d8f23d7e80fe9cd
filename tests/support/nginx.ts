import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync, chmodSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { installDebianPackage } from './debian-package.ts';
import { freePort } from './free-port.ts';

const EXAMPLE = new URL('../../src/server/nginx.conf.example', import.meta.url);
const PROGRAM = '/usr/sbin/nginx';

export interface Nginx {
  readonly version: string;
  /** `http://localhost:…` */
  readonly base: string;
  readonly accessLog: () => string;
  readonly stop: () => Promise<void>;
}

/** The version of the machine's nginx, installed where that works; null when there is none. */
export function findNginx(): string | null {
  return versionOf() ?? (installDebianPackage('nginx-light') ? versionOf() : null);
}

function versionOf(): string | null {
  try {
    // `nginx -v` speaks on standard error.
    return execFileSync('sh', ['-c', `${PROGRAM} -v 2>&1`], { encoding: 'utf8' }).trim();
  } catch {
    return null;
  }
}

/**
 * A real nginx with the example that the manual tells operators to take. Changed are only the
 * places: ports and folders of the test, plain http, and what its version does not know yet.
 */
export async function startNginx({
  version,
  root,
  upstreams,
  port,
}: {
  readonly version: string;
  readonly root: string;
  /** Ports of the service's processes: as many as the example has. */
  readonly upstreams: readonly number[];
  /** Where to listen; a free port when left out. */
  readonly port?: number;
}): Promise<Nginx> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-nginx-'));
  // Its workers are another user's, where root starts it.
  for (const each of [folder, root]) chmodSync(each, 0o755);
  const listening = port ?? (await freePort());
  const example = placed(readFileSync(EXAMPLE, 'utf8'), { folder, root, upstreams, listening });
  mkdirSync(join(folder, 'cache'));
  writeFileSync(
    join(folder, 'nginx.conf'),
    `pid ${folder}/pid; error_log ${folder}/error.log; daemon off; worker_processes 2;
     events { worker_connections 512; }
     http {
       include /etc/nginx/mime.types;
       ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
         .map((kind) => `${kind}_temp_path ${folder}/${kind};`)
         .join(' ')}
       ${example}
     }`,
  );
  const server = spawn(PROGRAM, ['-c', join(folder, 'nginx.conf'), '-e', `${folder}/error.log`], {
    stdio: 'ignore',
  });
  process.once('exit', () => server.kill('SIGQUIT'));
  await answering(listening, () => {
    if (server.exitCode !== null)
      throw new Error(`nginx did not start:\n${readFileSync(`${folder}/error.log`, 'utf8')}`);
  });
  return {
    version,
    base: `http://localhost:${listening}`,
    accessLog: () => readFileSync(`${folder}/access.log`, 'utf8'),
    async stop() {
      const ended = new Promise((resolve) => server.once('close', resolve));
      server.kill('SIGTERM');
      await ended;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function placed(
  example: string,
  at: { folder: string; root: string; upstreams: readonly number[]; listening: number },
): string {
  const changes: readonly (readonly [RegExp, string])[] = [
    [/^ +listen 443 ssl;$/m, `listen 127.0.0.1:${at.listening}; listen [::1]:${at.listening};`],
    [/^ +http2 on;$/m, ''], // since nginx 1.25
    [/^ +ssl_certificate(_key)? .*$/gm, ''],
    [/\/var\/cache\/nginx\/strates/, `${at.folder}/cache`],
    [/\/var\/log\/nginx\/strates\.log/, `${at.folder}/access.log`],
    [/\/srv\/strates\/dist/, at.root],
    ...[4322, 4323, 4324].map(
      (port, n) => [new RegExp(`127\\.0\\.0\\.1:${port}`), `127.0.0.1:${at.upstreams[n]}`] as const,
    ),
  ];
  return changes.reduce((text, [what, by]) => {
    if (text.search(what) < 0) throw new Error(`The example of nginx has no ${what.source}.`);
    return text.replace(what, by);
  }, example);
}

async function answering(port: number, check: () => void): Promise<void> {
  for (;;) {
    check();
    const open = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1');
      socket.once('connect', () => {
        socket.destroy();
        resolve(true);
      });
      socket.once('error', () => {
        resolve(false);
      });
    });
    if (open) return;
    await wait(20);
  }
}
