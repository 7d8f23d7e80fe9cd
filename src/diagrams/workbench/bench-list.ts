import { nameOf, noteOf, say, type Phrases } from '../phrases.ts';
import type { Reach } from '../reach.ts';
import type { Stack } from '../stack.ts';
import type { TreeNode } from '../tree.ts';
import type { Bench } from './bench.ts';
import { benchPanel } from './bench-panel.ts';
import type { Piece } from './piece.ts';
import { isFrame, PIECES } from './pieces.ts';

/**
 * The stack as a nested list that is also its editor: each piece is a button, and what can be done
 * with the chosen one stands below it.
 */
export function benchList(
  bench: Bench,
  stack: Stack,
  phrases: Phrases,
  found: Reach | undefined,
): TreeNode {
  const named = [...stack.layers, ...stack.frames];
  const hasId = (id: string) => (layer: { readonly id: string }) => layer.id === id;

  /** What an attack does to the piece, in a word; colors are never the only sign. */
  const tagOf = (id: string): string => {
    if (id === found?.hit.id) return 'hit';
    if (found?.reached.some(hasId(id))) return 'reached';
    return id === found?.held?.id ? 'held' : '';
  };

  const item = (piece: Piece, depth: number): TreeNode => {
    const { id, kind, holds } = piece;
    const chosen = id === bench.chosen;
    const own = named.find(hasId(id));
    const name = own ? nameOf(phrases, own.label) : '';
    const note = own ? noteOf(phrases, own) : '';
    const tag = tagOf(id);
    const parts: readonly TreeNode[] = [
      ['span', { class: 'bench-name' }, name],
      ['span', { class: 'bench-note' }, note],
      ['span', { class: 'bench-tag' }, tag && say(phrases, `tag-${tag}`)],
    ];
    return [
      'li',
      {
        'data-id': id,
        class: `${isFrame(kind) ? 'frame' : 'plate'} ${PIECES[kind].makes}`,
        'data-tag': tag,
      },
      [
        [
          'button',
          {
            type: 'button',
            class: 'bench-row',
            'data-do': 'choose',
            'data-value': id,
            'aria-expanded': `${chosen}`,
          },
          parts,
        ],
        ...(chosen ? [benchPanel(bench, piece, name, phrases, depth)] : []),
        ...(holds.length > 0
          ? [['ul', {}, holds.map((held) => item(held, depth + 1))] as const]
          : []),
      ],
    ];
  };

  return ['ul', {}, [item(bench.history.now, 0)]];
}
