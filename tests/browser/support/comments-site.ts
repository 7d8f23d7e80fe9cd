import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import { LIMITS, type Limits } from '../../../src/comments/service/rate-limits.ts';
import { openService } from '../../../src/comments/service/open-service.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import type { Service, ServiceEnv } from '../../../src/comments/service/service.ts';
import { serveSite } from '../../../src/server/serve-site.ts';

/** A place where the site or its comments answer. */
export interface Served {
  readonly base: string;
  readonly stop: () => Promise<void>;
}

export interface ServedComments extends Served {
  readonly service: Service;
}

/** Many tests post from one address. */
const NO_LIMITS = Object.fromEntries(
  Object.keys(LIMITS).map((name) => [name, { limit: 100_000, windowMs: 60_000 }]),
) as unknown as Limits;

/** The built site and the comments service on one origin, as `npm start` serves them. */
export async function serveTogether(siteFolder: string): Promise<ServedComments> {
  return serveComments({}, (service) => {
    const comments = createCommentsApp(service);
    const app = new Hono<ServiceEnv>();
    app.all('/comments/*', (c) => comments.fetch(c.req.raw, c.env));
    app.all('/moderation/*', (c) => comments.fetch(c.req.raw, c.env));
    app.route('/', serveSite(siteFolder));
    return app;
  });
}

/** The service alone, on a port that may be chosen, for a site at `siteUrl`. */
export async function serveApart(siteUrl: string, port = 0): Promise<ServedComments> {
  return serveComments({ SITE_URL: siteUrl, PORT: String(port) }, createCommentsApp);
}

/** A static host: the site and nothing else. */
export async function serveStatic(siteFolder: string, port: number): Promise<Served> {
  const app = new Hono<ServiceEnv>().route('/', serveSite(siteFolder));
  const { stop } = await listen(app, { host: '127.0.0.1', port });
  return { base: `http://localhost:${port}`, stop };
}

async function serveComments(
  env: Record<string, string>,
  appOf: (service: Service) => Hono<ServiceEnv>,
): Promise<ServedComments> {
  const dataDir = mkdtempSync(join(tmpdir(), 'strates-'));
  const settings = readSettings(
    { PORT: '0', DATA_DIR: dataDir, ...env },
    { alone: 'SITE_URL' in env },
  );
  const opened = await openService(settings);
  const service = { ...opened, limits: NO_LIMITS, log: () => undefined };
  const { port, stop } = await listen(appOf(service), settings);
  return {
    base: `http://localhost:${port}`,
    service,
    stop: async () => {
      await stop();
      await service.store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** Builds the site for a service at `commentsUrl`, baking what it has approved; the folder. */
export async function buildSiteFor(siteUrl: string, commentsUrl: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-site-'));
  const env = {
    ...process.env,
    NODE_ENV: 'production',
    SITE_URL: siteUrl,
    COMMENTS_URL: commentsUrl,
  };
  const args = ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', folder];
  // Not spawnSync: the build asks the service, which runs in this very process.
  const child = spawn(process.execPath, args, { env });
  let output = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (data: Buffer) => (output += data.toString()));
  const code = await new Promise((resolve) => child.once('close', resolve));
  if (code !== 0) throw new Error(`The site could not be built.\n${output}`);
  return folder;
}

/** A port that nobody uses just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
