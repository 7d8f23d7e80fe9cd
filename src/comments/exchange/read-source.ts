import { disqusReader } from './disqus-reader.ts';
import { ExchangeError } from './exchange-error.ts';
import { openText, type TextSource } from './open-text.ts';
import { type ElementReader, type Fail, readXml } from './read-xml.ts';
import { readStrates } from './read-strates.ts';
import type { SourceComment } from './source-comment.ts';
import { wordpressReader } from './wordpress-reader.ts';

export const FORMATS = ['wordpress', 'disqus', 'strates'] as const;
export type Format = (typeof FORMATS)[number];

type Emit = (comment: SourceComment) => void;

/** Root elements, and what reads them. */
const ROOTS: Readonly<
  Record<string, { format: Format; reader: (emit: Emit, fail: Fail) => ElementReader }>
> = {
  rss: { format: 'wordpress', reader: wordpressReader },
  disqus: { format: 'disqus', reader: disqusReader },
};

/**
 * The comments of a file, some at a time; which format it has shows at its beginning, and must be
 * `format` where one is given.
 *
 * @throws ExchangeError for a file that is none of these, or is not well-formed.
 */
export async function* readSource(
  file: string,
  format: Format | null,
): AsyncGenerator<readonly SourceComment[]> {
  const source = await peek(await openText(file));
  const isJson = source.begins === '{';
  if (isJson) {
    expect(file, 'strates', format);
    yield* readStrates(source);
    return;
  }
  if (source.begins !== '<')
    throw new ExchangeError(`${file}: this is neither XML nor JSON. Import takes ${KNOWN}.`);
  yield* readXml<SourceComment>(source, (root, emit, fail) => {
    const known = Object.hasOwn(ROOTS, root) ? ROOTS[root] : undefined;
    if (!known) return fail(`the root is <${root}>. Import takes ${KNOWN}.`);
    expect(file, known.format, format);
    return known.reader(emit, fail);
  });
}

const KNOWN = 'the exports of WordPress (<rss>) and Disqus (<disqus>), and our own ({)';

function expect(file: string, found: Format, format: Format | null): void {
  if (format !== null && format !== found)
    throw new ExchangeError(`${file}: this is a file of ${found}, not of ${format}.`);
}

/** Looks at the first character that is no white space. */
async function peek(source: TextSource): Promise<TextSource & { readonly begins: string }> {
  const chunks = source.chunks[Symbol.asyncIterator]();
  let read = '';
  for (;;) {
    const { done, value } = await chunks.next();
    if (!done) read += value;
    const begins = /\S/.exec(read)?.[0] ?? '';
    if (!done && begins === '' && read.length < 1_000_000) continue;
    return { name: source.name, begins, chunks: following(read, chunks) };
  }
}

async function* following(first: string, chunks: AsyncIterator<string>): AsyncGenerator<string> {
  try {
    yield first;
    for (let next = await chunks.next(); !next.done; next = await chunks.next()) yield next.value;
  } finally {
    await chunks.return?.();
  }
}
