import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import type { Hono } from 'hono';
import type { ServiceEnv } from './service.ts';

/** A request has this long to arrive whole, and its answer this long once we are asked to stop. */
const PATIENCE_MS = 10_000;

export interface Listening {
  readonly port: number;
  /** Takes no more requests and resolves when those under way are answered. */
  readonly stop: () => Promise<void>;
}

/** Serves `app`. Rejects when the port is taken. */
export async function listen(
  app: Hono<ServiceEnv>,
  { host, port }: { host: string; port: number },
): Promise<Listening> {
  const server = createAdaptorServer({
    fetch: app.fetch,
    serverOptions: { requestTimeout: PATIENCE_MS, headersTimeout: PATIENCE_MS },
  }) as Server;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, host, resolve);
  });
  return { port: (server.address() as AddressInfo).port, stop: () => stop(server) };
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const lastCall = setTimeout(() => {
      server.closeAllConnections();
    }, PATIENCE_MS);
    server.close(() => {
      clearTimeout(lastCall);
      resolve();
    });
    server.closeIdleConnections();
  });
}
