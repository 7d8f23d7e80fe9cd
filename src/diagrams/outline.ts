import { nameOf, noteOf, say } from './phrases.ts';
import { framesAround, type Frame, type Layer } from './stack.ts';
import type { TreeNode } from './tree.ts';
import type { View } from './view.ts';

/** What the page adds to the list once it is awake: each line opens what it is about. */
export interface Explained {
  /** The id of the line that is open. */
  readonly open: string;
  readonly about: string;
}

/**
 * The stack as a nested list, from the ground up: what is indented rests on the line before it,
 * or stands in it where that is a frame. Says all that the picture shows, an attack's reach too.
 */
export function outline(
  { stack, phrases, reach }: Pick<View, 'stack' | 'phrases' | 'reach'>,
  explained?: Explained,
): TreeNode {
  const textOf = (named: Layer | Frame) => {
    const { id } = named;
    const name = nameOf(phrases, named.label);
    const note = noteOf(phrases, named);
    const full = note === '' ? name : `${name} (${note})`;
    if (id === reach?.hit.id) return say(phrases, 'struck', { name: full });
    return reach?.reached.some((reached) => reached.id === id)
      ? say(phrases, 'reached', { name: full })
      : full;
  };

  const line = (named: Layer | Frame): readonly TreeNode[] => {
    if (!explained) return [['span', {}, textOf(named)]];
    const open = explained.open === named.id;
    return [
      ['button', { type: 'button', 'aria-expanded': `${open}` }, textOf(named)],
      ...(open ? [['p', {}, explained.about] as const] : []),
    ];
  };

  const item = (named: Layer | Frame, inside: readonly TreeNode[]): TreeNode => [
    'li',
    { 'data-id': named.id },
    [...line(named), ...(inside.length > 0 ? [['ul', {}, inside] as const] : [])],
  ];

  /** What rests on the layer; what stands on the ground, where there is none. */
  const above = (carrier?: Layer): readonly TreeNode[] => {
    const around = framesAround(stack, carrier?.in ?? null);
    return stack.layers
      .filter(({ on }) => on === (carrier?.id ?? null))
      .map((rider) =>
        framesAround(stack, rider.in)
          .filter((frame) => !around.includes(frame))
          .reduce((inside, frame) => item(frame, [inside]), item(rider, above(rider))),
      );
  };

  return ['ul', {}, above()];
}
