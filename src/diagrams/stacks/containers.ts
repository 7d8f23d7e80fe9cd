import type { Stack } from '../stack.ts';
import { frame, HARDWARE, layer, numbers, sharedBy, workload } from './parts.ts';

/**
 * `count` containers on one kernel. The engine stands beside them, not under them: it starts
 * them, and then they call the kernel themselves.
 */
export function containers({ count }: { count: number }): Stack {
  return {
    frames: numbers(count).map((n) => frame(`c${n}`, 'container', n)),
    layers: [
      ...numbers(count).flatMap((n) => workload(`c${n}`, 'host-kernel', `c${n}`)),
      layer('engine', 'engine', 'host-kernel'),
      layer('host-kernel', 'host-kernel', 'hardware', sharedBy(count)),
      HARDWARE,
    ],
  };
}
