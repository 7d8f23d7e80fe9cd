interface Rule {
  /** Whether Docker's default seccomp profile refuses the call. */
  readonly filtered: boolean;
  /** The capability that the call asks for and a container lacks by default. */
  readonly capability: string | null;
}

/**
 * System calls of a container that was given no rights of its own, after Docker's table of
 * “significant syscalls blocked by the default profile” (docs.docker.com/engine/security/seccomp/).
 * `ptrace` of its own processes is let through since Linux 4.8. The kernel's keyring is not
 * namespaced and no capability guards it: the filter alone does.
 */
export const RULES = {
  read: { filtered: false, capability: null },
  ptrace: { filtered: false, capability: null },
  mount: { filtered: true, capability: 'CAP_SYS_ADMIN' },
  reboot: { filtered: true, capability: 'CAP_SYS_BOOT' },
  clock_settime: { filtered: true, capability: 'CAP_SYS_TIME' },
  keyctl: { filtered: true, capability: null },
} as const satisfies Record<string, Rule>;

export type Call = keyof typeof RULES;

/** `filtered`: refused before the kernel begins; `incapable`: refused for lack of a capability. */
export type Verdict = 'allowed' | 'filtered' | 'incapable';

/** What happens to the call. The filter comes first: what it refuses is not executed (seccomp(2)). */
export function verdict(call: Call, filter: boolean): Verdict {
  const { filtered, capability } = RULES[call];
  if (filter && filtered) return 'filtered';
  return capability === null ? 'allowed' : 'incapable';
}
