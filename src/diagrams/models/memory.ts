import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { numbers } from '../stacks/each.ts';
import { balance, KEPT_BY_HOST } from './overcommitment.ts';
import { box, plate, assemble } from './plates.ts';

/** Memory overcommitment: what a host has, what its machines were promised, what they use. */
export function memory({ ram, machines, promise, use }: State): Stack {
  const asked = {
    memory: Number(ram),
    machines: Number(machines),
    promise: Number(promise),
    use: Number(use),
  };
  const { outcome, promised, used, usedByEach, free, over } = balance(asked);
  const all = numbers(asked.machines);
  const values = { promise: asked.promise, used: usedByEach };
  return assemble(
    `memory-${outcome}`,
    { promised, used, over, free },
    {
      frames: all.map((number) =>
        box(`vm${number}`, 'machine', 'virtual-machine-n', { values: { number } }),
      ),
      layers: [
        ...all.map((number) =>
          plate(`vm${number}-memory`, 'memory', 'hypervisor', 'memory-promised', {
            in: `vm${number}`,
            note: 'memory-used',
            values,
          }),
        ),
        plate('hypervisor', 'hypervisor', over > 0 ? 'swap' : 'hardware', 'hypervisor', {
          note: 'memory-kept-by-host',
          values: { kept: KEPT_BY_HOST },
        }),
        ...(over > 0
          ? [
              plate('swap', 'memory', 'hardware', 'memory-swap', {
                note: 'memory-moved',
                values: { over },
              }),
            ]
          : []),
        plate('hardware', 'hardware', null, 'hardware', {
          note: 'memory-of-host',
          values: { memory: asked.memory },
        }),
      ],
    },
  );
}
