import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import type { TestProject } from 'vitest/node';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import { openService } from '../../../src/comments/service/open-service.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import type { ServiceEnv } from '../../../src/comments/service/service.ts';
import { serveSite } from '../../../src/server/serve-site.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the built site and the comments service answer, without a slash at the end. */
    siteUrl: string;
    /** The folder that holds the built site. */
    siteFolder: string;
  }
}

/** Builds the site once and serves it with its comments service, as `npm start` does. */
export default async function builtSite(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'strates-'));
  const site = join(folder, 'site');
  const port = await freePort();
  const siteUrl = `http://127.0.0.1:${String(port)}`;
  build(site, siteUrl);

  const dataDir = join(folder, 'data');
  const settings = readSettings({ DATA_DIR: dataDir, PORT: String(port), SITE_URL: siteUrl });
  const service = await openService(settings);
  const comments = createCommentsApp(service);
  const app = new Hono<ServiceEnv>();
  app.all('/comments/*', (c) => comments.fetch(c.req.raw, c.env));
  app.all('/moderation/*', (c) => comments.fetch(c.req.raw, c.env));
  app.route('/', serveSite(site));
  const { stop } = await listen(app, settings);

  project.provide('siteUrl', siteUrl);
  project.provide('siteFolder', site);
  return async () => {
    await stop();
    await service.store.close();
    rmSync(folder, { recursive: true });
  };
}

function build(outDir: string, siteUrl: string): void {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/astro/bin/astro.mjs', 'build', '--outDir', outDir],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        SITE_URL: siteUrl,
        COMMENTS_URL: '/',
        COMMENTS_OPTIONAL: '1',
      },
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`The site could not be built.\n${stdout}\n${stderr}`);
}

/** The build writes the site's own address into pages, so the port is chosen before it. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
