import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBell } from '../../../src/comments/mail/bell.ts';
import { createCommentsApp } from '../../../src/comments/service/app.ts';
import { listen } from '../../../src/comments/service/listen.ts';
import type { Limits } from '../../../src/comments/service/rate-limits.ts';
import { readSettings } from '../../../src/comments/service/read-settings.ts';
import type { Service } from '../../../src/comments/service/service.ts';
import { openStore } from '../../../src/comments/store/open-store.ts';
import type { TutorialEntry } from '../../../src/i18n/tutorial-index.ts';
import { NO_LIMITS } from '../../support/no-limits.ts';
import { checkDeclared } from './declared-answer.ts';

export const SITE = 'https://strates.example';

const HYBRID: TutorialEntry = {
  id: 'hybrid',
  order: 3,
  updated: '2026-11-25',
  title: { fr: 'Combiner les deux', en: 'Combining both' },
  path: { fr: '/fr/tutoriels/hybride/', en: '/en/tutorials/hybrid/' },
};

export interface RunningService {
  readonly base: string;
  readonly service: Service;
  /** Every line logged so far. */
  readonly log: string[];
  /** Moves the service's clock on. */
  readonly wait: (ms: number) => void;
  readonly fetch: (path: string, init?: RequestInit) => Promise<Response>;
  readonly stop: () => Promise<void>;
}

/** The real service on a free port, with a real SQLite file, a clock of its own and no log output. */
export async function startService({
  limits = NO_LIMITS,
  env = {},
}: { limits?: Limits; env?: Record<string, string> } = {}): Promise<RunningService> {
  const dataDir = mkdtempSync(join(tmpdir(), 'strates-'));
  const settings = readSettings(
    { PORT: '0', SITE_URL: SITE, DATA_DIR: dataDir, ...env },
    { alone: true },
  );
  let offset = 0;
  const log: string[] = [];
  const service: Service = {
    settings,
    store: await openStore({ file: join(dataDir, 'comments.sqlite') }),
    tutorials: new Map([['hybrid', HYBRID]]),
    secret: 'a secret of the tests, long enough to be one',
    limits,
    now: () => Date.now() + offset,
    log: (event, fields = {}) => log.push(JSON.stringify({ event, ...fields })),
    bell: createBell(),
  };
  const { port, stop } = await listen(createCommentsApp(service), settings);
  const base = `http://localhost:${port}`;
  return {
    base,
    service,
    log,
    wait: (ms) => (offset += ms),
    fetch: async (path, init) => {
      const answer = await fetch(base + path, { redirect: 'manual', ...init });
      // Whatever a test asks for: the answer is what the API's description says.
      await checkDeclared({ method: init?.method ?? 'GET', path }, answer.clone());
      return answer;
    },
    stop: async () => {
      await stop();
      await service.store.close();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

/** A complete and right comment, as the form sends it. */
export const GOOD = {
  intent: 'send',
  locale: 'fr',
  name: 'Awa',
  email: 'awa@example.org',
  website: '',
  comment: 'Et avec <strong>Kata</strong> ?',
} as const;

/** Posts a comment as a browser's form does; `json` as the page's element does. */
export function postComment(
  running: RunningService,
  fields: Record<string, string> = {},
  { json = false, headers = {} }: { json?: boolean; headers?: Record<string, string> } = {},
): Promise<Response> {
  return running.fetch('/comments/threads/hybrid', {
    method: 'POST',
    body: new URLSearchParams({ ...GOOD, ...fields }),
    headers: { Origin: SITE, ...(json && { Accept: 'application/json' }), ...headers },
  });
}
