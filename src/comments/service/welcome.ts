import { resolve } from 'node:path';
import { firstInvitation } from '../moderation/invitations.ts';
import { placeName } from '../store/database-place.ts';
import { databasePlace } from './open-service.ts';
import type { Service } from './service.ts';

/** What an operator reads at the start: where to go, where the data is, how to moderate. */
export async function welcome(service: Service, port: number, what: string): Promise<string> {
  const { settings, store, now } = service;
  const base = publicBase(service, port);
  const link = await firstInvitation(store, now());
  return [
    `${what} on ${base}/  (listening on ${settings.host}:${port})`,
    `Data in ${dataPlace(settings)}`,
    ...(link
      ? [
          'Nobody moderates yet. Choose a name and a password here, within seven days:',
          `  ${base}${link}`,
        ]
      : [`Moderators sign in at ${base}/moderation/`]),
    'Add a moderator: npm run moderator -- add NAME ADDRESS',
    'Stop with Ctrl-C.',
  ].join('\n');
}

function dataPlace(settings: Service['settings']): string {
  const place = databasePlace(settings);
  const folder = resolve(settings.dataDir);
  return 'url' in place ? `${placeName(place)}, secret in ${folder}` : folder;
}

/** The service's public address; with PORT=0, the port that the system gave. */
function publicBase({ settings }: Service, port: number): string {
  const { origin, hostname } = settings.publicUrl;
  return settings.port === 0 && hostname === 'localhost' ? `http://localhost:${port}` : origin;
}
