import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { NAMESPACES, seenOf } from './namespace-views.ts';
import { box, plate, assemble } from './plates.ts';

/**
 * A process on the views that the kernel gives it. Those of its own stand in a frame with it; on
 * those of the host, under the frame, the other processes stand too.
 */
export function namespaces(state: State): Stack {
  const own = new Set(NAMESPACES.filter((kind) => state[kind] === 'on'));
  const within = own.size > 0 ? { in: 'container' } : {};
  // From top to bottom: each view rests on the next one, the last on the kernel.
  const views = [
    ...NAMESPACES.filter((kind) => own.has(kind)),
    ...NAMESPACES.filter((kind) => !own.has(kind)),
  ];
  const carrier = (index: number): string => views[index] ?? 'host-kernel';
  const drawn = views.map((kind, index) =>
    plate(kind, 'view', carrier(index + 1), `view-${kind}`, {
      ...(own.has(kind) ? within : {}),
      note: seenOf(kind, own),
    }),
  );
  const verdict = { 0: 'none', [NAMESPACES.length]: 'all' }[own.size] ?? 'some';
  return assemble(
    `namespaces-${verdict}`,
    { n: own.size, all: NAMESPACES.length },
    {
      frames: own.size > 0 ? [box('container', 'container', 'one-container')] : [],
      layers: [
        plate('process', 'application', carrier(0), 'namespaces-process', within),
        ...drawn.slice(0, own.size),
        plate('others', 'application', carrier(own.size), 'namespaces-others'),
        ...drawn.slice(own.size),
        plate('host-kernel', 'host-kernel', null, 'host-kernel'),
      ],
    },
  );
}
