import { nameOf, say, type Phrases } from './phrases.ts';
import type { Reach } from './reach.ts';
import { framesAround, ridersOf, type Frame, type Layer, type Stack } from './stack.ts';
import type { TreeNode } from './tree.ts';

/**
 * The stack as a nested list, from the ground up: what is indented rests on the line before it,
 * or stands in it where that is a frame. Says all that the picture shows, an attack's reach too.
 */
export function outline(stack: Stack, phrases: Phrases, reach?: Reach): TreeNode {
  const textOf = ({ id, label, note }: Layer | Frame) => {
    const name = nameOf(phrases, label);
    const full = note === undefined ? name : `${name} (${say(phrases, note)})`;
    if (id === reach?.hit.id) return say(phrases, 'struck', { name: full });
    return reach?.reached.some((reached) => reached.id === id)
      ? say(phrases, 'reached', { name: full })
      : full;
  };

  const item = (named: Layer | Frame, inside: readonly TreeNode[]): TreeNode => [
    'li',
    { 'data-id': named.id },
    [['span', {}, textOf(named)], ...(inside.length > 0 ? [['ul', {}, inside] as const] : [])],
  ];

  const layerItem = (layer: Layer): TreeNode => {
    const around = framesAround(stack, layer.in);
    const riders = ridersOf(stack, layer.id).map((rider) =>
      framesAround(stack, rider.in)
        .filter((frame) => !around.includes(frame))
        .reduce((inside, frame) => item(frame, [inside]), layerItem(rider)),
    );
    return item(layer, riders);
  };

  return ['ul', {}, stack.layers.filter(({ on }) => on === null).map(layerItem)];
}
