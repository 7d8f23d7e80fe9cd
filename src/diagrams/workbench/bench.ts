import { say, type Phrases } from '../phrases.ts';
import { add, nest, remove, rename, unwrap, type Edited } from './edit.ts';
import { faultText } from './fault-text.ts';
import { advance, amend, begin, redo, undo, type History } from './history.ts';
import { walk, type Piece } from './piece.ts';
import type { PieceKind } from './pieces.ts';
import { nameIn, seenOn } from './tell.ts';

/** All that the bench remembers. */
export interface Bench {
  readonly history: History<Piece>;
  /** The piece that is worked on. */
  readonly chosen: string;
  /** The layer that has the flaw, if one is asked about. */
  readonly hit: string;
  /** The piece whose name is being typed: each key stroke changes the same step. */
  readonly naming: string;
  /** Why the last edit was refused, in words. */
  readonly refusal: string;
}

/** A bench after something was done, and what a listener hears of it. */
export interface Turn {
  readonly bench: Bench;
  readonly said: string;
}

/** What can be done on the bench; `data-do` in the page. */
export type Deed =
  'add' | 'nest' | 'unwrap' | 'remove' | 'rename' | 'choose' | 'flaw' | 'undo' | 'redo';

/** A bench with this stack and no history. */
export const benchWith = (ground: Piece, hit = ''): Bench => ({
  history: begin(ground),
  chosen: hit || ground.id,
  hit,
  naming: '',
  refusal: '',
});

type Edit = (ground: Piece, id: string, value: string) => Edited;

/** Kinds come from buttons, which offer no others. */
const EDITS: Readonly<Partial<Record<Deed, Edit>>> = {
  add: (ground, id, kind) => add(ground, id, kind as PieceKind),
  nest: (ground, id, kind) => nest(ground, id, kind as PieceKind),
  unwrap,
  remove,
  rename,
};

/** The bench without what its stack has no longer. */
function settle(bench: Bench): Bench {
  const { now } = bench.history;
  const ids = walk(now).map(({ piece }) => piece.id);
  return {
    ...bench,
    chosen: ids.includes(bench.chosen) ? bench.chosen : now.id,
    hit: ids.includes(bench.hit) ? bench.hit : '',
  };
}

/** Puts another stack on the bench; the one before can be had back. */
export function open(bench: Bench, ground: Piece, phrases: Phrases): Turn {
  return {
    bench: { ...benchWith(ground), history: advance(bench.history, ground) },
    said: say(phrases, 'said-opened', { seen: seenOn(ground, phrases) }),
  };
}

/**
 * Does the deed. `value` is a kind for what is added or nested, a name, or the id of a piece:
 * without one it is done to the chosen piece. What is said of a flaw stands in the view.
 */
export function act(before: Bench, deed: Deed, value: string, phrases: Phrases): Turn {
  const bench = { ...before, refusal: '', naming: '' };
  const { history, chosen, hit } = bench;
  const edit = EDITS[deed];
  if (edit) {
    const id = (deed === 'remove' && value) || chosen;
    if (id === '') return { bench, said: '' };
    const edited = edit(history.now, id, value);
    if ('faults' in edited) {
      const refusal = faultText(phrases, edited.faults[0]);
      return { bench: { ...before, refusal }, said: refusal };
    }
    const { ground, chosen: next } = edited;
    const naming = deed === 'rename' ? chosen : '';
    const step = naming && naming === before.naming ? amend : advance;
    return {
      bench: settle({ ...bench, history: step(history, ground), chosen: next, naming }),
      // What is typed is heard as it is typed.
      said: naming ? '' : say(phrases, `said-${deed}`, { name: nameIn(ground, next, phrases) }),
    };
  }
  if (deed === 'choose') {
    return { bench: { ...bench, chosen: value === chosen ? '' : value }, said: '' };
  }
  if (deed === 'flaw') {
    return hit === chosen
      ? { bench: { ...bench, hit: '' }, said: say(phrases, 'said-unmarked') }
      : { bench: { ...bench, hit: chosen }, said: 'flaw' };
  }
  const moved = (deed === 'undo' ? undo : redo)(history);
  return {
    bench: settle({ ...bench, history: moved }),
    said: say(phrases, moved.now === history.now ? 'said-nothing' : `said-${deed}`),
  };
}
