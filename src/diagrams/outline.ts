import { nameOf, say, type Phrases } from './phrases.ts';
import type { Reach } from './reach.ts';
import { framesAround, ridersOf, type Frame, type Layer, type Stack } from './stack.ts';
import type { TreeNode } from './tree.ts';

/**
 * The stack as a nested list, from the ground up: what stands in an item rests on it. Says all
 * that the picture shows, the reach of an attack too.
 */
export function outline(stack: Stack, phrases: Phrases, reach?: Reach): TreeNode {
  const textOf = (named: Layer | Frame) => {
    const name = nameOf(phrases, named.label);
    const full = named.note === undefined ? name : `${name} (${say(phrases, named.note)})`;
    if (named.id === reach?.hit.id) return say(phrases, 'struck', { name: full });
    return reach?.reached.some(({ id }) => id === named.id)
      ? say(phrases, 'reached', { name: full })
      : full;
  };

  const item = (named: Layer | Frame, children: readonly TreeNode[]): TreeNode => {
    const text = textOf(named);
    return children.length === 0
      ? ['li', { 'data-id': named.id }, text]
      : [
          'li',
          { 'data-id': named.id },
          [
            ['span', {}, say(phrases, 'carries', { name: text })],
            ['ul', {}, children],
          ],
        ];
  };

  const layerItem = (layer: Layer): TreeNode => {
    const around = framesAround(stack, layer.in);
    return item(
      layer,
      ridersOf(stack, layer.id).map((rider) => {
        const entered = framesAround(stack, rider.in).filter((frame) => !around.includes(frame));
        return entered.reduce((inside, frame) => frameItem(frame, inside), layerItem(rider));
      }),
    );
  };

  const frameItem = (frame: Frame, inside: TreeNode): TreeNode => [
    'li',
    { 'data-id': frame.id },
    [
      ['span', {}, textOf(frame)],
      ['ul', {}, [inside]],
    ],
  ];

  return ['ul', {}, stack.layers.filter(({ on }) => on === null).map(layerItem)];
}
