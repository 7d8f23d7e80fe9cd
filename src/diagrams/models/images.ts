import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { numbers } from '../stacks/each.ts';
import { EFFECTS, type Act } from './overlay.ts';
import { box, plate, assemble, type Part } from './plates.ts';

/** The layers of the image: what no container ever changes. */
const IMAGE: Part = {
  frames: [],
  layers: [
    plate('code', 'image', 'runtime', 'images-code', { note: 'images-read-only' }),
    plate('runtime', 'image', 'base', 'libraries', { note: 'images-read-only' }),
    plate('base', 'image', null, 'images-base', { note: 'images-holds-file' }),
  ],
};

const container = (number: number, { writable, seen }: (typeof EFFECTS)['none']): Part => {
  const within = { in: `c${number}` };
  return {
    frames: [box(`c${number}`, 'container', 'container-n', { values: { number } })],
    layers: [
      plate(`c${number}-view`, 'view', `c${number}-writable`, 'images-sees', {
        ...within,
        note: seen,
      }),
      plate(`c${number}-writable`, 'writable', 'code', 'images-writable', {
        ...within,
        note: writable,
      }),
    ],
  };
};

/** Containers on the layers of one image, after the first of them has done something to a file. */
export function images({ running, act }: State): Stack {
  const count = Number(running);
  const done = act as Act;
  const others = numbers(count)
    .slice(1)
    .map((number) => container(number, EFFECTS.none));
  const first = done === 'remove' ? [] : [container(1, EFFECTS[done])];
  const left = first.length + others.length;
  return assemble(
    left === 0 ? 'images-remove-last' : `images-${done}`,
    { n: left },
    ...first,
    ...others,
    IMAGE,
  );
}
