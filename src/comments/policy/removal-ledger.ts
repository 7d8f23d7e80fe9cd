import type { Removal } from './removal.ts';

export interface RemovalLedger {
  note(kind: Removal['kind'], tag: string, attribute?: string): void;
  list(): readonly Removal[];
}

const NAME_CHARACTERS = 40;

/** Different removals told apart; a comment made to have more shows the rest as one. */
const ENTRIES = 100;

const OTHERS = '…';

/** Counts what the policy takes out, in the order in which each was first met. */
export function removalLedger(): RemovalLedger {
  const entries = new Map<string, Removal>();
  return {
    note(kind, tag, attribute) {
      const named = { kind, tag: shorten(tag), attribute: attribute ? shorten(attribute) : null };
      const key = `${kind} ${named.tag} ${named.attribute ?? ''}`;
      const full = entries.size >= ENTRIES && !entries.has(key);
      const entry = full ? { kind: 'tag' as const, tag: OTHERS, attribute: null } : named;
      const at = full ? OTHERS : key;
      entries.set(at, { ...entry, count: (entries.get(at)?.count ?? 0) + 1 });
    },
    list: () => [...entries.values()],
  };
}

function shorten(name: string): string {
  const characters = Array.from(name.slice(0, NAME_CHARACTERS * 2)).slice(0, NAME_CHARACTERS);
  const short = characters.join('');
  return short.length < name.length ? `${short}…` : short;
}
