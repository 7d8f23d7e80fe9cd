import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Hono } from 'hono';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import { openService } from '../../../src/comments/service/open-service.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import type { Service, ServiceEnv } from '../../../src/comments/service/service.ts';
import { serveSite } from '../../../src/server/serve-site.ts';
import { siteWithComments } from '../../../src/server/site-with-comments.ts';
import { NO_LIMITS } from '../../support/no-limits.ts';

/** A place where the site or its comments answer. */
export interface Served {
  readonly base: string;
  readonly stop: () => Promise<void>;
}

export interface ServedComments extends Served {
  readonly service: Service;
}

/** The built site and the comments service on one origin, as `npm start` serves them. */
export async function serveTogether(
  siteFolder: string,
  port = 0,
  env: Readonly<Record<string, string>> = {},
): Promise<ServedComments> {
  return serveComments({ PORT: String(port), ...env }, (service) =>
    siteWithComments(service, siteFolder),
  );
}

/** The service alone, for a site at `siteUrl`. */
export async function serveApart(siteUrl: string): Promise<ServedComments> {
  return serveComments({ PORT: '0', SITE_URL: siteUrl }, createCommentsApp);
}

/** A static host: the site and nothing else. */
export async function serveStatic(siteFolder: string, port = 0): Promise<Served> {
  const app = new Hono<ServiceEnv>().route('/', serveSite(siteFolder));
  const listening = await listen(app, { host: '127.0.0.1', port });
  return { base: `http://localhost:${listening.port}`, stop: listening.stop };
}

async function serveComments(
  env: Readonly<Record<string, string>>,
  appOf: (service: Service) => Hono<ServiceEnv>,
): Promise<ServedComments> {
  const dataDir = mkdtempSync(join(tmpdir(), 'strates-'));
  const settings = readSettings({ DATA_DIR: dataDir, ...env }, { alone: 'SITE_URL' in env });
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
