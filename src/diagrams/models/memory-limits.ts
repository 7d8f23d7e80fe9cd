/** MiB above which a brake (`memory.high`) slows a group down and takes memory back from it. */
export const BRAKE = 512;

export type Fate = 'served' | 'held' | 'killed';

export interface Child {
  readonly id: string;
  /** MiB that its process asks for. */
  readonly asks: number;
  /** Whether the group has a brake of its own. */
  readonly brake: boolean;
}

export interface Served extends Child {
  readonly fate: Fate;
  /** MiB that it has in the end. */
  readonly has: number;
}

const sum = (children: readonly Served[]) => children.reduce((total, { has }) => total + has, 0);

const held = (child: Child): Served =>
  child.brake && child.asks > BRAKE
    ? { ...child, fate: 'held', has: BRAKE }
    : { ...child, fate: 'served', has: child.asks };

/**
 * What becomes of the groups in a parent that may use `limit` MiB (`memory.max`). Above
 * `memory.high` a group is slowed and its memory reclaimed, never killed; where the sum exceeds
 * `memory.max` and cannot be reduced, processes inside the parent are killed, none outside (Linux,
 * `Documentation/admin-guide/cgroup-v2.rst`), the one with the most memory first (proc(5),
 * `oom_score`).
 */
export function shareOut(limit: number, children: readonly Child[]): readonly Served[] {
  const kill = (served: readonly Served[]): readonly Served[] => {
    if (sum(served) <= limit) return served;
    const most = Math.max(...served.map(({ has }) => has));
    const victim = served.find(({ has }) => has === most);
    return kill(served.map((one) => (one === victim ? { ...one, fate: 'killed', has: 0 } : one)));
  };
  return kill(children.map(held));
}
