import { createServer, type Server } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/**
 * Serves a folder as a static host does: a folder by its `index.html`, what is not there by the
 * nearest `404.html`. Resolves once it listens on a free port of this machine.
 */
export async function serveFolder(
  folder: string,
): Promise<{ url: string; close: () => Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname));
    void answer(folder, path.endsWith('/') ? `${path}index.html` : path).then(
      ({ status, type, body }) => {
        response.writeHead(status, { 'content-type': type }).end(body);
      },
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { url: `http://127.0.0.1:${String(address.port)}`, close: () => closed(server) };
}

async function answer(folder: string, path: string) {
  const nearest = /^\/(fr|en)\//.exec(path)?.[0] ?? '/';
  for (const [status, file] of [
    [200, path],
    [404, `${nearest}404.html`],
  ] as const) {
    try {
      const body = await readFile(join(folder, file));
      return { status, type: TYPES[extname(file)] ?? 'application/octet-stream', body };
    } catch {
      // Not there: the next one.
    }
  }
  return { status: 404, type: 'text/plain', body: Buffer.from('Not found') };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) =>
    server.close(() => {
      resolve();
    }),
  );
}
