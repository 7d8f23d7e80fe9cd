import type { State } from '../parameters.ts';
import type { Stack } from '../stack.ts';
import { box, plate, assemble, type Part } from './plates.ts';
import { MOMENTS, PAGES, type Moment, type Phase } from './pre-copy.ts';

const NAMES = { a: 'A', b: 'B' } as const;

type Host = keyof typeof NAMES;

const host = (id: Host, ...guests: readonly Part[]): Part => {
  const within = { in: `host-${id}` };
  return {
    frames: [
      box(`host-${id}`, 'host', 'migration-host', { values: { name: NAMES[id] } }),
      ...guests.flatMap(({ frames }) => frames),
    ],
    layers: [
      ...guests.flatMap(({ layers }) => layers),
      plate(`hypervisor-${id}`, 'hypervisor', `hardware-${id}`, 'hypervisor', within),
      plate(`hardware-${id}`, 'hardware', null, 'hardware', within),
    ],
  };
};

/** The machine on the host: its memory, and, where it `lives`, what runs from that memory. */
const machine = (on: Host, note: string, memoryNote: string, lives: boolean, now: Moment): Part => {
  const within = { in: `vm-${on}` };
  const values = { pages: PAGES, missing: now.missing, fresh: PAGES - now.missing };
  return {
    frames: [box(`vm-${on}`, 'machine', 'virtual-machine', { in: `host-${on}`, note })],
    layers: [
      // One machine, wherever it lives: these two keep their ids, so that they are seen to move.
      ...(lives
        ? [
            plate('app', 'application', 'kernel', 'application', within),
            plate('kernel', 'guest-kernel', `memory-${on}`, 'guest-kernel', within),
          ]
        : []),
      plate(`memory-${on}`, 'memory', `hypervisor-${on}`, 'guest-memory', {
        ...within,
        note: memoryNote,
        values,
      }),
    ],
  };
};

/** What stands on both hosts in each phase. */
const HOSTS = {
  before: (now) => [host('a', machine('a', 'running', 'pages-all', true, now)), host('b')],
  round: (now) => [
    host('a', machine('a', 'running', 'pages-missing', true, now)),
    host('b', machine('b', 'waiting', 'pages-fresh', false, now)),
  ],
  stopped: (now) => [
    host('a', machine('a', 'paused', 'pages-done', true, now)),
    host('b', machine('b', 'waiting', 'pages-fresh', false, now)),
  ],
  resumed: (now) => [host('a'), host('b', machine('b', 'running', 'pages-all', true, now))],
} as const satisfies Record<Phase, (now: Moment) => readonly Part[]>;

/** Live migration by pre-copy, one step of it: two hosts side by side. */
export function migration({ step }: State): Stack {
  const now = MOMENTS[Number(step)] ?? MOMENTS[0];
  if (!now) throw new Error('A migration has no steps.');
  const { phase, round, copied, missing, total } = now;
  const key = phase === 'round' && round > 1 ? 'migration-again' : `migration-${phase}`;
  return assemble(key, { round, copied, missing, total, pages: PAGES }, ...HOSTS[phase](now));
}
