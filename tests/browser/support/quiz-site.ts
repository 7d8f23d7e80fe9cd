import { createServer } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'astro';

const ROOT = fileURLToPath(new URL('quiz-site/', import.meta.url));

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

export interface QuizSite {
  readonly origin: string;
  /** Where its files are. */
  readonly folder: string;
  readonly close: () => Promise<void>;
}

/** Builds the pages of `quiz-site/` with Astro, into a folder of their own, and serves them. */
export async function startQuizSite(): Promise<QuizSite> {
  const folder = await mkdtemp(join(tmpdir(), 'quiz-site-'));
  process.env['QUIZ_SAMPLE'] = join(ROOT, 'quiz.yaml');
  await build({
    root: ROOT,
    outDir: folder,
    cacheDir: join(folder, '.cache'),
    logLevel: 'error',
  });
  await rm(join(ROOT, '.astro'), { recursive: true, force: true });
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname);
    const file = join(folder, path.endsWith('/') ? `${path}index.html` : path);
    readFile(file).then(
      (body) => response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? '' }).end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    folder,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true, force: true });
    },
  };
}
