import { describe, expect, test } from 'vitest';
import { compatibility } from '../../../../src/diagrams/models/compatibility.ts';
import {
  PLATFORMS,
  PROCESSORS,
  SYSTEMS,
  wayOf,
  type Way,
} from '../../../../src/diagrams/models/compatibility-rules.ts';
import { downFrom, framesAround, kernelOf } from '../../../../src/diagrams/stack.ts';
import { sentenceOf, wordsAt } from './every-state.ts';

/** Host system and processor, then what becomes of linux/amd64, linux/arm64, windows/amd64. */
const TABLE = [
  ['linux', 'amd64', 'native', 'emulated', 'foreign-kernel'],
  ['linux', 'arm64', 'emulated', 'native', 'foreign-kernel'],
  ['windows', 'amd64', 'linux-vm', 'linux-vm-emulated', 'native'],
  ['windows', 'arm64', 'linux-vm-emulated', 'linux-vm', 'foreign-processor'],
  ['macos', 'amd64', 'linux-vm', 'linux-vm-emulated', 'foreign-kernel'],
  ['macos', 'arm64', 'linux-vm-emulated', 'linux-vm', 'foreign-kernel'],
] as const satisfies readonly (readonly [string, string, Way, Way, Way])[];

const CASES = TABLE.flatMap(([system, processor, ...ways]) =>
  PLATFORMS.map((platform, column) => ({ system, processor, platform, way: ways[column] })),
);

describe('which image on which host', () => {
  test('has an answer for each', () => {
    expect(CASES).toHaveLength(SYSTEMS.length * PROCESSORS.length * PLATFORMS.length);
  });

  test.each(CASES)(
    '$platform on $system/$processor: $way',
    ({ system, processor, platform, way }) => {
      expect(wayOf(system, processor, platform)).toBe(way);
    },
  );

  test.each(CASES)('$platform on $system/$processor is drawn so', ({ way, ...asked }) => {
    const stack = compatibility(asked);
    const { platform } = asked;
    const runs = way === undefined ? undefined : !way.startsWith('foreign');
    const has = (id: string) => [...stack.layers, ...stack.frames].some((one) => one.id === id);
    expect(has('app')).toBe(runs);
    expect(has('vm')).toBe(way?.startsWith('linux-vm'));
    expect(has('emulator')).toBe(way?.endsWith('emulated'));
    expect(wordsAt(stack, 'image')).toBe(
      `${platform.replace('-', '/')} image${runs ? '' : ', nothing runs it'}`,
    );
    if (!runs) return;
    // The kernel that the container calls is of the family of its image.
    const kernel = kernelOf(stack, 'app')?.id ?? '';
    expect(wordsAt(stack, kernel)?.split(' ')[0]?.toLowerCase()).toBe(platform.split('-')[0]);
    expect(downFrom(stack, 'app').at(-1)?.id).toBe('hardware');
  });

  test('WSL 2 puts Hyper-V under both, macOS carries the machine itself', () => {
    const windows = compatibility({
      system: 'windows',
      processor: 'amd64',
      platform: 'linux-amd64',
    });
    expect(downFrom(windows, 'vm-kernel').map(({ id }) => id)).toEqual([
      'vm-kernel',
      'hypervisor',
      'hardware',
    ]);
    expect(downFrom(windows, 'host-kernel').map(({ id }) => id)).toContain('hypervisor');
    const mac = compatibility({ system: 'macos', processor: 'arm64', platform: 'linux-arm64' });
    expect(downFrom(mac, 'vm-kernel').map(({ id }) => id)).toContain('host-kernel');
    expect(framesAround(mac, 'container').map(({ id }) => id)).toEqual(['container', 'vm']);
  });

  test('the sentence names what was asked', () => {
    const stack = compatibility({ system: 'macos', processor: 'arm64', platform: 'linux-amd64' });
    expect(sentenceOf(stack, 'en')).toMatch(/^linux\/amd64 on macOS, arm64 processor: /);
    expect(sentenceOf(stack, 'fr')).toMatch(/^linux\/amd64 sur macOS, processeur arm64\u00a0: /);
  });
});
