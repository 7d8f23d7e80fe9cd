import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readTutorialIndex } from '../../i18n/tutorial-index.ts';
import { createBell } from '../mail/bell.ts';
import type { DatabasePlace } from '../store/database-place.ts';
import { openStore } from '../store/open-store.ts';
import { logLine } from './log.ts';
import { LIMITS } from './rate-limits.ts';
import type { Settings } from './read-settings.ts';
import { loadSecret } from './secret.ts';
import type { Service } from './service.ts';

const TUTORIALS = fileURLToPath(new URL('../../../content/tutorials', import.meta.url));

/** Where the comments are kept. */
export function databasePlace({ databaseUrl, dataDir }: Settings): DatabasePlace {
  return databaseUrl === null ? { file: join(dataDir, 'comments.sqlite') } : { url: databaseUrl };
}

/** The site's lessons, by id. */
export function readTutorials(): Service['tutorials'] {
  return new Map(readTutorialIndex(TUTORIALS).map((lesson) => [lesson.id, lesson]));
}

/** Opens what the service works with; whoever opens it closes `store`. */
export async function openService(settings: Settings): Promise<Service> {
  mkdirSync(settings.dataDir, { recursive: true });
  return {
    settings,
    store: await openStore(databasePlace(settings)),
    tutorials: readTutorials(),
    secret: loadSecret(settings),
    limits: LIMITS,
    now: Date.now,
    log: logLine,
    bell: createBell(),
  };
}
