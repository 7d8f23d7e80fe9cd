import type { Block, BlockKind } from '../store/rules-store.ts';
import { domainsAbove, hostOf } from './host-of.ts';
import { wordFinder } from './word-finder.ts';

/** Tells which block, if any, something meets; each answer is the block's own value. */
export interface BlockBook {
  readonly address: (email: string) => string | null;
  readonly domain: (email: string) => string | null;
  /** The first blocked site among these addresses. */
  readonly website: (addresses: readonly string[]) => string | null;
  readonly word: (text: string) => string | null;
  readonly network: (hash: string) => string | null;
}

/** Blocks, ready to be looked up in: the cost of asking does not grow with their number. */
export function blockBook(blocks: readonly Block[]): BlockBook {
  const of = (kind: BlockKind): readonly string[] =>
    blocks.filter((block) => block.kind === kind).map(({ value }) => value);
  const [addresses, domains, websites, networks] = (
    ['address', 'domain', 'website', 'network'] as const
  ).map((kind) => new Set(of(kind)));
  const within = (host: string, blocked: ReadonlySet<string> | undefined): string | null =>
    domainsAbove(host).find((domain) => blocked?.has(domain)) ?? null;
  return {
    address: (email) => (addresses?.has(email.toLowerCase()) ? email.toLowerCase() : null),
    domain: (email) => within(hostOf(`mailto:${email}`) ?? '', domains),
    website: (links) => {
      for (const link of links) {
        const found = within(hostOf(link) ?? '', websites);
        if (found !== null) return found;
      }
      return null;
    },
    word: wordFinder(of('word')),
    network: (hash) => (networks?.has(hash) ? hash : null),
  };
}
