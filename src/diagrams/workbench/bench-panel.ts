import { say, type Phrases } from '../phrases.ts';
import type { TreeNode } from '../tree.ts';
import type { Bench, Deed } from './bench.ts';
import { additions, footing, lossOf, nestings, unwrap, works } from './edit.ts';
import { kindName } from './fault-text.ts';
import { LIMITS } from './limits.ts';
import type { Piece } from './piece.ts';
import { isFrame, PIECE_KINDS, PIECES, type PieceKind } from './pieces.ts';

const button = (
  deed: Deed,
  words: string,
  more: Readonly<Record<string, string>> = {},
  value = '',
): TreeNode => [
  'button',
  {
    type: 'button',
    class: 'button button-quiet',
    'data-id': deed + value,
    'data-do': deed,
    'data-value': value,
    ...more,
  },
  words,
];

const carries = (kind: PieceKind) => PIECE_KINDS.some((other) => PIECES[other].on.includes(kind));

/** What the chosen piece is, and all that can be done with it: only what the model allows. */
export function benchPanel(
  bench: Bench,
  piece: Piece,
  name: string,
  phrases: Phrases,
  depth: number,
): TreeNode {
  const { id, kind } = piece;
  const ground = bench.history.now;

  /** A row of buttons under a few words, or those words in their place. */
  const row = (deed: Deed, words: string, kinds: readonly PieceKind[]): readonly TreeNode[] =>
    kinds.length === 0
      ? []
      : [
          [
            'fieldset',
            { 'data-id': deed },
            [
              ['legend', {}, words],
              ...kinds.map((each) => button(deed, kindName(phrases, each), {}, each)),
            ],
          ],
        ];

  const added = additions(ground, id);
  const none = carries(footing(piece).kind) ? 'full' : 'nothing-on';
  const refused = bench.refusal !== '';
  const n = lossOf(ground, id);
  return [
    'div',
    {
      class: 'bench-panel',
      'data-id': `panel ${id}`,
      'data-depth': depth,
      role: 'group',
      'aria-label': name,
    },
    [
      ['p', { class: 'bench-is' }, say(phrases, `is-${kind}`)],
      ...(added.length > 0
        ? row('add', say(phrases, isFrame(kind) ? 'add-in' : 'add-on'), added)
        : [['p', { class: 'bench-none' }, say(phrases, none, LIMITS)] as const]),
      ...row('nest', say(phrases, 'put-in'), nestings(ground, id)),
      [
        'label',
        { class: 'bench-naming' },
        [
          ['span', {}, say(phrases, 'name')],
          [
            'input',
            {
              type: 'text',
              'data-do': 'rename',
              value: piece.name,
              placeholder: kindName(phrases, kind),
              maxlength: LIMITS.name,
              autocomplete: 'off',
              'aria-invalid': `${refused}`,
              'aria-describedby': 'bench-refusal',
            },
            '',
          ],
        ],
      ],
      ['p', { class: 'bench-refusal', id: 'bench-refusal' }, bench.refusal],
      [
        'div',
        { class: 'bench-deeds' },
        [
          ...(isFrame(kind)
            ? []
            : [button('flaw', say(phrases, 'flaw'), { 'aria-pressed': `${bench.hit === id}` })]),
          ...(works(unwrap(ground, id)) ? [button('unwrap', say(phrases, 'take-out'))] : []),
          ...(id === ground.id ? [] : [button('remove', say(phrases, 'remove', { n }))]),
        ],
      ],
    ],
  ];
}
