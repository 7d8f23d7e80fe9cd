import type { HttpBindings } from '@hono/node-server';
import type { Context } from 'hono';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import type { Bell } from '../mail/bell.ts';
import type { CommentStore, Instant } from '../store/store.ts';
import { clientAddress, limitSubject } from './client-address.ts';
import { sourceOf } from './cross-origin.ts';
import type { Log } from './log.ts';
import { allowed, type Limits } from './rate-limits.ts';
import type { Settings } from './read-settings.ts';
import { keyedToken } from './token.ts';

/** All that the routes work with; tests bring their own clock, limits and log. */
export interface Service {
  readonly settings: Settings;
  readonly store: CommentStore;
  /** The site's own lessons by id: nothing else can be commented on. */
  readonly tutorials: ReadonlyMap<string, TutorialEntry>;
  readonly secret: string;
  readonly limits: Limits;
  readonly now: () => Instant;
  readonly log: Log;
  /** Rung after each request that may have added a job. */
  readonly bell?: Bell;
}

export type ServiceEnv = { Bindings: Partial<HttpBindings> };
export type ServiceContext = Context<ServiceEnv>;

/** Address of a page of the site; without a host when site and service share one. */
export function siteHref({ siteUrl, publicUrl }: Settings, path: string): string {
  return siteUrl.origin === publicUrl.origin ? path : new URL(path, siteUrl).href;
}

/** Where the request comes from, as the browser tells it. */
export function requestSource(service: Service, c: ServiceContext): ReturnType<typeof sourceOf> {
  return sourceOf(
    {
      origin: c.req.header('origin'),
      fetchSite: c.req.header('sec-fetch-site'),
      host: c.req.header('host'),
    },
    service.settings.origins,
  );
}

/** Whom a limit counts; see `limitSubject`. */
function visitor({ settings }: Service, c: ServiceContext): string {
  const socket = c.env.incoming?.socket.remoteAddress;
  return limitSubject(clientAddress(socket, c.req.header('x-forwarded-for'), settings.trustProxy));
}

/** Keyed hash of the network that the request comes from: the same for as long as the secret is. */
export function visitorNetwork(service: Service, c: ServiceContext): string {
  return keyedToken(service.secret, `network ${visitor(service, c)}`);
}

/** Counts one use of `what` by whoever sent the request, or by `subject`. */
export function mayStill(
  service: Service,
  c: ServiceContext,
  what: keyof Limits,
  subject?: string,
): Promise<boolean> {
  return allowed(service, { what, subject: subject ?? visitor(service, c), now: service.now() });
}
