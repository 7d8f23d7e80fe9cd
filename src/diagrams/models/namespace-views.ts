/** The eight kinds of namespaces(7), in the order in which they are drawn from top to bottom. */
export const NAMESPACES = ['pid', 'net', 'mnt', 'uts', 'ipc', 'user', 'cgroup', 'time'] as const;

export type Namespace = (typeof NAMESPACES)[number];

/**
 * What the process sees of each kind, as a phrase. Numbers of its own do not change `/proc`: it
 * goes on listing the processes of the host until one is mounted anew, which asks for mounts of
 * its own (pid_namespaces(7)).
 */
export function seenOf(kind: Namespace, own: ReadonlySet<Namespace>): string {
  if (!own.has(kind)) return `sees-${kind}-host`;
  return kind === 'pid' && !own.has('mnt') ? 'sees-pid-own-proc' : `sees-${kind}-own`;
}
