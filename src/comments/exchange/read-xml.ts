import { SaxesParser, type SaxesTagNS } from 'saxes';
import { ExchangeError } from './exchange-error.ts';
import type { TextSource } from './open-text.ts';

/** What is made of the elements of one kind of file; paths are as in `rss/channel/wp:comment`. */
export interface ElementReader {
  /** Elements whose text is wanted. */
  readonly texts: ReadonlySet<string>;
  readonly open: (path: string, attributes: ReadonlyMap<string, string>) => void;
  /** `text` is empty but for the elements of `texts`. */
  readonly close: (path: string, text: string) => void;
}

/** How namespaces are written in paths; what else there is has its whole name in them. */
const PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^$/, ''],
  [/^http:\/\/wordpress\.org\/export\/1\.\d\/$/, 'wp:'],
  [/^http:\/\/disqus\.com$/, ''],
  [/^http:\/\/disqus\.com\/disqus-internals$/, 'dsq:'],
];

/** Characters that one text, tag or declaration may hold: the longest posts are far from it. */
const LONGEST = 32 * 1024 * 1024;
/** Kept of a text: a comment that is longer is refused by the policy, never cut. */
const KEPT = 1024 * 1024;
const DEEPEST = 64;

/**
 * Reads XML as it comes and yields what the reader emits, some at a time. `readerFor` gets the name
 * of the root. No document type: whatever it declares (entities that multiply, files to be fetched)
 * is refused.
 *
 * @throws ExchangeError with file, line and column for what is not well-formed.
 */
export async function* readXml<Item>(
  source: TextSource,
  readerFor: (root: string, emit: (item: Item) => void, fail: Fail) => ElementReader,
): AsyncGenerator<readonly Item[]> {
  let items: Item[] = [];
  const parser = new SaxesParser({ xmlns: true, fileName: source.name });
  const fail: Fail = (message) => {
    throw new ExchangeError(`${source.name}:${parser.line}:${parser.column}: ${message}`);
  };
  const silence = handle(parser, fail, (root) => readerFor(root, (item) => items.push(item), fail));
  for await (const chunk of source.chunks) {
    parser.write(chunk);
    silence(chunk.length);
    if (items.length) yield items;
    items = [];
  }
  parser.close();
  if (items.length) yield items;
}

export type Fail = (message: string) => never;

/** Wires the parser up; what comes back counts the characters since anything happened. */
function handle(
  parser: SaxesParser<{ xmlns: true }>,
  fail: Fail,
  readerFor: (root: string) => ElementReader,
): (length: number) => void {
  const paths: string[] = [];
  let reader: ElementReader | undefined;
  let text = '';
  let silent = 0;
  const keep = (part: string): void => {
    silent = 0;
    if (text.length < KEPT && reader?.texts.has(paths.at(-1) ?? '')) text += part;
  };
  parser.on('error', (error) => {
    throw new ExchangeError(error.message);
  });
  parser.on('doctype', () =>
    fail('there is a DOCTYPE. Such files are refused: no export of WordPress or Disqus has one.'),
  );
  parser.on('opentag', (tag) => {
    silent = 0;
    const name = nameOf(tag);
    const path = paths.length ? `${paths.at(-1) ?? ''}/${name}` : name;
    paths.push(path);
    if (paths.length > DEEPEST) fail(`elements are more than ${DEEPEST} deep in each other.`);
    reader ??= readerFor(name);
    text = '';
    const attributes = Object.values(tag.attributes).map(
      (one) => [nameOf(one), one.value] as const,
    );
    reader.open(path, new Map(attributes));
  });
  parser.on('text', keep);
  parser.on('cdata', keep);
  parser.on('closetag', () => {
    silent = 0;
    reader?.close(paths.pop() ?? '', text);
    text = '';
  });
  return (length) => {
    silent += length;
    if (silent > LONGEST) fail(`a text or a tag is longer than ${LONGEST} characters.`);
  };
}

function nameOf({ uri, local }: Pick<SaxesTagNS, 'uri' | 'local'>): string {
  const prefix = PREFIXES.find(([pattern]) => pattern.test(uri));
  return prefix ? prefix[1] + local : `{${uri}}${local}`;
}
