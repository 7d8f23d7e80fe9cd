import { describe, expect, test } from 'vitest';
import {
  downFrom,
  framesAround,
  isA,
  kernelOf,
  ridersOf,
  sharersOf,
  upFrom,
  type Stack,
} from '../../../src/diagrams/stack.ts';
import { stackOf } from '../../../src/diagrams/stack-of.ts';
import { containers } from '../../../src/diagrams/stacks/containers.ts';
import { hybrid } from '../../../src/diagrams/stacks/hybrid.ts';
import { physical } from '../../../src/diagrams/stacks/physical.ts';
import { virtual } from '../../../src/diagrams/stacks/virtual.ts';
import { EVERY_DRAWING } from './every-view.ts';

const applications = ({ layers }: Stack) =>
  layers.filter(({ kind, in: frame }) => kind === 'application' && frame !== null);
const kernelsOf = (stack: Stack) =>
  new Set(applications(stack).map(({ id }) => kernelOf(stack, id)?.id));

test('every stack of the catalogue stands: each layer rests on one that is there', () => {
  for (const { name, seen } of EVERY_DRAWING) {
    const { layers, frames } = seen.stack;
    const ids = [...layers, ...frames].map(({ id }) => id);
    expect(new Set(ids).size, name).toBe(ids.length);
    for (const layer of layers) expect(downFrom(seen.stack, layer.id).at(-1)?.on, name).toBeNull();
    for (const named of [...layers, ...frames]) {
      if (named.in !== null) {
        expect(framesAround(seen.stack, named.in).length, name).toBeGreaterThan(0);
      }
    }
  }
});

describe('who shares which kernel', () => {
  test('one computer: both applications share its one kernel', () => {
    const stack = stackOf(physical());
    expect(sharersOf(stack, 'app1').map(({ id }) => id)).toEqual(['app1', 'app2']);
  });

  test.each([1, 2, 3, 4])('%i machines have as many kernels, whatever the hypervisor', (guests) => {
    for (const type of ['1', '2', 'kvm'] as const) {
      expect(kernelsOf(stackOf(virtual({ guests, type }))).size).toBe(guests);
    }
  });

  test.each([1, 2, 3, 4, 5, 6])(
    '%i containers call one kernel, and the engine carries none',
    (count) => {
      const stack = stackOf(containers({ count }));
      expect([...kernelsOf(stack)]).toEqual(['host-kernel']);
      expect(ridersOf(stack, 'engine')).toEqual([]);
      expect(ridersOf(stack, 'host-kernel')).toHaveLength(count + 1);
    },
  );

  test.each([
    ['shared-vm', 2, 2],
    ['shared-vm', 4, 2],
    ['vm-each', 2, 2],
    ['vm-each', 4, 4],
    ['both', 2, 2],
    ['both', 4, 2],
    ['user-kernel', 3, 3],
    ['vm-in-pod', 3, 3],
    ['confidential', 3, 3],
    ['nested', 3, 4],
  ] as const)('hybrid %s with %i tenants has %i kernels', (pattern, tenants, kernels) => {
    expect(kernelsOf(stackOf(hybrid({ pattern, tenants }))).size).toBe(kernels);
  });

  test('in a shared machine the containers share its kernel; the neighbor has its own', () => {
    const stack = stackOf(hybrid({ pattern: 'shared-vm', tenants: 3 }));
    expect(sharersOf(stack, 'c1-app').map(({ id }) => id)).toEqual(['c1-app', 'c2-app', 'c3-app']);
    expect(sharersOf(stack, 'vm2-app').map(({ id }) => id)).toEqual(['vm2-app']);
  });
});

describe('hypervisors', () => {
  const ground = (type: '1' | '2' | 'kvm') =>
    downFrom(stackOf(virtual({ guests: 1, type })), 'vm1-kernel')
      .slice(1)
      .map(({ id }) => id);

  test('type 1 rests on the hardware', () => {
    expect(ground('1')).toEqual(['hypervisor', 'hardware']);
  });

  test('type 2 rests on the host’s kernel, beside the other programs of the host', () => {
    expect(ground('2')).toEqual(['hypervisor', 'host-kernel', 'hardware']);
    const riders = ridersOf(stackOf(virtual({ guests: 1, type: '2' })), 'host-kernel');
    expect(riders.map(({ id }) => id)).toEqual(['hypervisor', 'host-app']);
  });

  test('under KVM one layer is both kernel and hypervisor', () => {
    expect(ground('kvm')).toEqual(['host-kernel', 'hardware']);
    const kernel = stackOf(virtual({ guests: 1, type: 'kvm' })).layers.find(
      ({ id }) => id === 'host-kernel',
    );
    expect(kernel && isA(kernel, 'hypervisor') && isA(kernel, 'host-kernel')).toBe(true);
  });

  test('what rests on a machine’s kernel does not hold the other machine', () => {
    const stack = stackOf(virtual({ guests: 2, type: '1' }));
    expect(upFrom(stack, 'vm1-kernel').map(({ id }) => id)).toEqual([
      'vm1-app',
      'vm1-libs',
      'vm1-kernel',
    ]);
  });
});
