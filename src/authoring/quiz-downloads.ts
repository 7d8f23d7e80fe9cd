import { appendFileSync, mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { Bytes } from '../quiz/exchange/file-writer.ts';
import { DOWNLOADS } from '../quiz/exchange/formats.ts';
import { writeDownloads } from '../quiz/exchange/write-downloads.ts';
import { readExchangeContext } from './exchange-context.ts';
import { quizzesIn } from './quizzes-in.ts';

/**
 * Puts the quizzes beside the pages as files for other platforms (`/quiz/<id or all>.<language>.…`).
 * In `astro dev` a file is made when it is asked for.
 */
export function quizDownloads(): AstroIntegration {
  let root = '';
  let site = '';
  return {
    name: 'quiz-downloads',
    hooks: {
      'astro:config:done': ({ config }) => {
        root = fileURLToPath(config.root);
        site = config.site ?? '';
      },
      'astro:build:done': ({ dir }) => {
        const folder = join(fileURLToPath(dir), DOWNLOADS);
        mkdirSync(folder, { recursive: true });
        writeDownloads(quizzesIn(root), readExchangeContext(root, site), gathering(folder));
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use(DOWNLOADS, (request, response, next) => {
          const wanted = basename(request.url ?? '');
          const pieces: Buffer[] = [];
          writeDownloads(quizzesIn(root), readExchangeContext(root, site), (file, bytes) => {
            if (file === wanted) pieces.push(Buffer.from(bytes));
          });
          if (pieces.length === 0) next();
          else response.end(Buffer.concat(pieces));
        });
      },
    },
  };
}

/** So much of a file is gathered before it is written. */
const AT_ONCE = 1_000_000;

/** Appends to files of a folder: what comes in small pieces is written in large ones. */
function gathering(folder: string) {
  const waiting = new Map<string, { readonly pieces: Buffer[]; readonly size: number }>();
  return (file: string, bytes: Bytes, last: boolean): void => {
    const piece = Buffer.from(bytes);
    const { pieces, size } = waiting.get(file) ?? { pieces: [], size: 0 };
    pieces.push(piece);
    if (last || size + piece.length >= AT_ONCE) {
      appendFileSync(join(folder, file), Buffer.concat(pieces));
      waiting.delete(file);
    } else waiting.set(file, { pieces, size: size + piece.length });
  };
}
