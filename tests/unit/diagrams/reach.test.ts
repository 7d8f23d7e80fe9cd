import { describe, expect, test } from 'vitest';
import { hitLayer, reach } from '../../../src/diagrams/reach.ts';
import type { Stack } from '../../../src/diagrams/stack.ts';
import { stackOf } from '../../../src/diagrams/stack-of.ts';
import { containers } from '../../../src/diagrams/stacks/containers.ts';
import { hybrid } from '../../../src/diagrams/stacks/hybrid.ts';
import { ladder, type Rung } from '../../../src/diagrams/stacks/ladder.ts';
import { virtual } from '../../../src/diagrams/stacks/virtual.ts';
import { windows } from '../../../src/diagrams/stacks/windows.ts';
import { EVERY_VIEW } from './every-view.ts';

const machines = (type: '1' | '2' | 'kvm') => stackOf(virtual({ guests: 2, type }));
const three = stackOf(containers({ count: 3 }));
const shared = stackOf(hybrid({ pattern: 'shared-vm', tenants: 2 }));
const each = stackOf(hybrid({ pattern: 'vm-each', tenants: 2 }));
const both = stackOf(hybrid({ pattern: 'both', tenants: 3 }));

const gvisor = stackOf(hybrid({ pattern: 'user-kernel', tenants: 2 }));
const pods = stackOf(hybrid({ pattern: 'vm-in-pod', tenants: 2 }));
const sealed = stackOf(hybrid({ pattern: 'confidential', tenants: 2 }));
const nested = stackOf(hybrid({ pattern: 'nested', tenants: 2 }));
const windowsMode = (mode: 'process' | 'hyperv') => stackOf(windows({ mode }));
const rung = (name: Rung) => stackOf(ladder({ rung: name }));

const VM1 = ['vm1-app', 'vm1-libs', 'vm1-kernel'];
const VM2 = ['vm2-app', 'vm2-libs', 'vm2-kernel'];
const C1 = ['c1-app', 'c1-libs'];
const C2 = ['c2-app', 'c2-libs'];
const C3 = ['c3-app', 'c3-libs'];

type Row = readonly [
  what: string,
  stack: Stack,
  hit: string,
  at: number,
  reached: readonly string[],
  held: string | undefined,
];

const TABLE: readonly Row[] = [
  [
    'an application stays in its machine',
    machines('1'),
    'application',
    2,
    VM2.slice(0, 2),
    'vm2-kernel',
  ],
  ['a library reaches what loads it', machines('1'), 'libraries', 1, VM1.slice(0, 2), 'vm1-kernel'],
  ['a guest kernel loses its machine only', machines('1'), 'guest-kernel', 1, VM1, 'hypervisor'],
  [
    'a hypervisor of type 1 loses every machine',
    machines('1'),
    'hypervisor',
    1,
    [...VM1, ...VM2, 'hypervisor'],
    'hardware',
  ],
  [
    'one of type 2 loses its machines, the host’s kernel holds',
    machines('2'),
    'hypervisor',
    1,
    [...VM1, ...VM2, 'hypervisor'],
    'host-kernel',
  ],
  [
    'a host’s kernel loses the host’s programs too',
    machines('2'),
    'host-kernel',
    1,
    [...VM1, ...VM2, 'hypervisor', 'host-app', 'host-kernel'],
    'hardware',
  ],
  [
    'KVM as a hypervisor is the host’s kernel',
    machines('kvm'),
    'hypervisor',
    1,
    [...VM1, ...VM2, 'host-kernel'],
    'hardware',
  ],
  [
    'KVM as a kernel is the hypervisor',
    machines('kvm'),
    'host-kernel',
    1,
    [...VM1, ...VM2, 'host-kernel'],
    'hardware',
  ],
  [
    'the hardware carries all',
    machines('1'),
    'hardware',
    1,
    [...VM1, ...VM2, 'hypervisor', 'hardware'],
    undefined,
  ],
  ['an application stays in its container', three, 'application', 2, C2, 'host-kernel'],
  [
    'a shared kernel loses every container',
    three,
    'host-kernel',
    1,
    [...C1, ...C2, ...C3, 'engine', 'host-kernel'],
    'hardware',
  ],
  [
    'the engine is root on its kernel',
    three,
    'engine',
    1,
    [...C1, ...C2, ...C3, 'engine', 'host-kernel'],
    'hardware',
  ],
  [
    'ten in one machine: the kernel loses them, not the neighbor',
    shared,
    'guest-kernel',
    1,
    [...C1, ...C2, 'vm1-kernel'],
    'hypervisor',
  ],
  ['the neighbor’s kernel loses the neighbor', shared, 'guest-kernel', 3, VM2, 'hypervisor'],
  [
    'a container of a shared machine stays alone at first',
    shared,
    'application',
    1,
    C1,
    'vm1-kernel',
  ],
  [
    'one machine each: one kernel, one container',
    each,
    'guest-kernel',
    2,
    [...C2, 'u2-kernel'],
    'hypervisor',
  ],
  [
    'both: the shared kernel spares the utility machine',
    both,
    'guest-kernel',
    1,
    [...C1, ...C2, 'vm1-kernel'],
    'hypervisor',
  ],
  [
    'both: the utility machine’s kernel spares the shared one',
    both,
    'guest-kernel',
    3,
    [...C3, 'u3-kernel'],
    'hypervisor',
  ],
  [
    'both: the hypervisor carries both',
    both,
    'hypervisor',
    1,
    [...C1, ...C2, 'vm1-kernel', ...C3, 'u3-kernel', 'hypervisor'],
    'hardware',
  ],
  // gVisor: an application kernel each, one kernel of the host (dossier, part 6).
  [
    'an application kernel loses its container alone',
    gvisor,
    'user-kernel',
    2,
    ['c2-app', 'c2-libs', 'c2-sentry'],
    'host-kernel',
  ],
  [
    'behind application kernels, the host’s kernel still carries all',
    gvisor,
    'host-kernel',
    1,
    [...C1, 'c1-sentry', ...C2, 'c2-sentry', 'engine', 'host-kernel'],
    'hardware',
  ],
  ['its application stays before it', gvisor, 'application', 1, C1, 'c1-sentry'],
  // KubeVirt: a machine in a pod is a machine.
  ['a machine in a pod: its kernel loses it alone', pods, 'kernel', 2, VM2, 'host-kernel'],
  [
    'KVM below pods loses every machine',
    pods,
    'carrier',
    1,
    [...VM1, ...VM2, 'host-kernel'],
    'hardware',
  ],
  // Confidential pods: the workload is protected from the host (dossier, parts 6 and 12).
  [
    'a hypervisor does not read confidential machines',
    sealed,
    'hypervisor',
    1,
    ['hypervisor'],
    'hardware',
  ],
  [
    'the kernel in a confidential machine loses that machine',
    sealed,
    'kernel',
    1,
    [...C1, 'x1-kernel'],
    'hypervisor',
  ],
  [
    'the processor that seals them is trusted: with it all falls',
    sealed,
    'hardware',
    1,
    [...C1, 'x1-kernel', ...C2, 'x2-kernel', 'hypervisor', 'hardware'],
    undefined,
  ],
  // Nested: the machine’s kernel is the hypervisor of those in it.
  [
    'a machine that carries machines loses them, the one below holds',
    nested,
    'carrier',
    1,
    [...C1, 'u1-kernel', ...C2, 'u2-kernel', 'vm1-kernel'],
    'hypervisor',
  ],
  [
    'the neighbor rests on the first hypervisor',
    nested,
    'carrier',
    3,
    [...[...C1, 'u1-kernel', ...C2, 'u2-kernel', 'vm1-kernel'], ...[...VM2, 'hypervisor']],
    'hardware',
  ],
  // Windows (dossier, A12 and part 8): only Hyper-V isolation is a boundary against the kernel.
  [
    'process isolation: the kernel loses both containers',
    windowsMode('process'),
    'host-kernel',
    1,
    [...C1, ...C2, 'engine', 'host-kernel'],
    'hardware',
  ],
  [
    'Hyper-V isolation: a kernel loses its container',
    windowsMode('hyperv'),
    'guest-kernel',
    1,
    [...C1, 'u1-kernel'],
    'hypervisor',
  ],
  [
    'the root partition gives machines their memory',
    windowsMode('hyperv'),
    'root-partition',
    1,
    [...C1, 'u1-kernel', ...C2, 'u2-kernel', 'root-engine', 'root-root-partition'],
    'hypervisor',
  ],
  [
    'the engine in the root partition commands what that commands',
    windowsMode('hyperv'),
    'engine',
    1,
    [...C1, 'u1-kernel', ...C2, 'u2-kernel', 'root-engine', 'root-root-partition'],
    'hypervisor',
  ],
  // The ladder (dossier, part 7).
  [
    'two processes: the libraries that both load',
    rung('process'),
    'libraries',
    1,
    ['app1', 'app2', 'libs'],
    'host-kernel',
  ],
  [
    'two processes: one stays within its rights',
    rung('process'),
    'application',
    1,
    ['app1'],
    'host-kernel',
  ],
  [
    'two computers: a kernel loses one of them',
    rung('computers'),
    'host-kernel',
    2,
    ['host2-app', 'host2-libs', 'host2-host-kernel'],
    'host2-hardware',
  ],
];

describe('what a flaw reaches directly', () => {
  test.each(TABLE)('%s', (_, stack, hit, at, reached, held) => {
    const layer = hitLayer(stack, hit, at);
    if (!layer) throw new Error(`no ${hit}`);
    const found = reach(stack, layer);
    expect(found.reached.map(({ id }) => id)).toEqual(reached);
    expect(found.held?.id).toBe(held);
  });

  test('a layer that a stack lacks cannot be hit', () => {
    expect(hitLayer(three, 'hypervisor', 1)).toBeUndefined();
    expect(hitLayer(three, 'none', 1)).toBeUndefined();
  });
});

describe('in every state', () => {
  test('what holds is not reached, and nothing below it is', () => {
    const hit = EVERY_VIEW.filter(({ seen }) => seen.marks);
    expect(hit.length).toBeGreaterThan(1000);
    for (const { name, seen } of hit) {
      const { marks } = seen;
      expect(marks?.reached, name).toContain(marks?.hit);
      expect(seen.reached, name).not.toBe('');
      expect(seen.held, name).not.toBe('');
    }
  });
});
