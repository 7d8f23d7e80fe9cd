import type { State } from '../parameters.ts';
import type { Layer, Stack } from '../stack.ts';
import {
  wayOf,
  type Platform,
  type Processor,
  type System,
  type Way,
} from './compatibility-rules.ts';
import { box, plate, assemble, type Part } from './plates.ts';

const SYSTEM_NAMES = { linux: 'Linux', windows: 'Windows', macos: 'macOS' } as const;

/** The platform as engines write it. */
const written = (platform: Platform): string => platform.replace('-', '/');

interface Ground {
  readonly layers: readonly Layer[];
  /** What carries the Linux virtual machine. */
  readonly hypervisor: string;
}

const kernel = (system: System, on: string, note?: string): Layer =>
  plate('host-kernel', 'host-kernel', on, 'kernel-of', {
    note,
    values: { system: SYSTEM_NAMES[system] },
  });

/** What stands on the hardware of each system before any container does. */
const GROUNDS: Readonly<Record<System, (withMachine: boolean) => Ground>> = {
  linux: () => ({ layers: [kernel('linux', 'hardware')], hypervisor: 'host-kernel' }),
  // WSL 2 brings Hyper-V under Windows: its kernel then stands beside the machine, not below it.
  windows: (withMachine) => ({
    layers: withMachine
      ? [
          { ...kernel('windows', 'hypervisor'), in: 'windows' },
          plate('hypervisor', 'hypervisor', 'hardware', 'hyper-v'),
        ]
      : [kernel('windows', 'hardware')],
    hypervisor: 'hypervisor',
  }),
  macos: (withMachine) => ({
    layers: [kernel('macos', 'hardware', withMachine ? 'compatibility-carries-vm' : undefined)],
    hypervisor: 'host-kernel',
  }),
};

const container = (on: string, platform: Platform, emulated: boolean, around?: string): Part => {
  const within = { in: 'container' };
  return {
    frames: [box('container', 'container', 'one-container', { in: around })],
    layers: [
      plate('app', 'application', 'image', 'application', within),
      plate('image', 'image', emulated ? 'emulator' : on, 'image-of', {
        ...within,
        values: { platform: written(platform) },
      }),
      ...(emulated ? [plate('emulator', 'engine', on, 'compatibility-emulator', within)] : []),
    ],
  };
};

/** An image that lies there: nothing runs it. */
const idle = (platform: Platform): Part => ({
  frames: [],
  layers: [
    plate('image', 'image', null, 'image-of', {
      note: 'not-run',
      values: { platform: written(platform) },
    }),
  ],
});

/** The container in a Linux virtual machine. */
const inMachine = (hypervisor: string, platform: Platform, emulated: boolean): readonly Part[] => [
  { frames: [box('vm', 'machine', 'linux-machine')], layers: [] },
  container('vm-kernel', platform, emulated, 'vm'),
  {
    frames: [],
    layers: [
      plate('vm-kernel', 'guest-kernel', hypervisor, 'kernel-of', {
        in: 'vm',
        values: { system: SYSTEM_NAMES.linux },
      }),
    ],
  },
];

/** What stands on the host, or in its machine, because the image runs. */
const PARTS: Readonly<Record<Way, (hypervisor: string, platform: Platform) => readonly Part[]>> = {
  native: (_, platform) => [container('host-kernel', platform, false)],
  emulated: (_, platform) => [container('host-kernel', platform, true)],
  'linux-vm': (hypervisor, platform) => inMachine(hypervisor, platform, false),
  'linux-vm-emulated': (hypervisor, platform) => inMachine(hypervisor, platform, true),
  'foreign-kernel': () => [],
  'foreign-processor': () => [],
};

/** A computer and an image: the stack that runs it, or the image beside a computer that cannot. */
export function compatibility({ system, processor, platform }: State): Stack {
  const host = system as System;
  const wanted = platform as Platform;
  const way = wayOf(host, processor as Processor, wanted);
  const withMachine = way.startsWith('linux-vm');
  const { layers, hypervisor } = GROUNDS[host](withMachine);
  return assemble(
    `compatibility-${way}${way === 'native' && host === 'windows' ? '-windows' : ''}`,
    { system: SYSTEM_NAMES[host], processor: processor ?? '', platform: written(wanted) },
    ...PARTS[way](hypervisor, wanted),
    {
      frames: host === 'windows' && withMachine ? [box('windows', 'machine', 'windows-host')] : [],
      layers: [
        ...layers,
        plate('hardware', 'hardware', null, 'hardware', {
          note: 'compatibility-processor',
          values: { processor: processor ?? '' },
        }),
      ],
    },
    ...(way.startsWith('foreign') ? [idle(wanted)] : []),
  );
}
