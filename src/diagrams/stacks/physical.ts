import type { Stack } from '../stack.ts';
import { HARDWARE, layer } from './parts.ts';

/** One computer without any virtualization: two applications share all there is. */
export function physical(): Stack {
  return {
    frames: [],
    layers: [
      layer('app1', 'application', 'libs', { label: 'application-n', n: 1 }),
      layer('app2', 'application', 'libs', { label: 'application-n', n: 2 }),
      layer('libs', 'libraries', 'host-kernel'),
      layer('host-kernel', 'host-kernel', 'hardware', { label: 'kernel' }),
      HARDWARE,
    ],
  };
}
