import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { box, plate, assemble } from './plates.ts';
import { RULES, verdict, type Call } from './syscall-rules.ts';

/** A system call on its way down from an application to the kernel, past the filter if there is one. */
export function syscalls({ call, filter }: State): Stack {
  const made = call as Call;
  const filters = filter === 'on';
  const found = verdict(made, filters);
  const { filtered, capability } = RULES[made];
  const values = { call: made, capability: capability ?? '' };
  const within = { in: 'container' };
  // Two calls teach something of their own when they pass; a filtered one may meet a second barrier.
  const special =
    found === 'allowed' && made !== 'read'
      ? `-${made}`
      : found === 'filtered' && capability !== null
        ? '-twice'
        : '';
  return assemble(`syscalls-${found}${special}`, values, {
    frames: [box('container', 'container', 'one-container')],
    layers: [
      plate('app', 'application', 'libraries', 'application', {
        ...within,
        note: 'syscalls-calls',
        values,
      }),
      plate('libraries', 'libraries', filters ? 'filter' : 'host-kernel', 'libraries', within),
      ...(filters
        ? [
            plate('filter', 'filter', 'host-kernel', 'syscalls-filter', {
              note: filtered ? 'syscalls-stops' : 'syscalls-lets-through',
              values,
            }),
          ]
        : []),
      plate('host-kernel', 'host-kernel', 'hardware', 'host-kernel', {
        note: `syscalls-kernel-${found}`,
        values,
      }),
      plate('hardware', 'hardware', null, 'hardware'),
    ],
  });
}
