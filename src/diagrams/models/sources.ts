import type { ModelId } from './builders.ts';

/** What each model rests on: keys of `content/sources.yaml`. */
export const sourcesOf: Readonly<Record<ModelId, readonly string[]>> = {
  migration: ['clark-live-migration', 'nova-live-migration', 'ms-processor-compatibility'],
  memory: ['rhel-kvm-overcommit', 'redhat-memory-policy'],
  images: ['linux-overlayfs', 'docker-image-layers', 'docker-persisting-data'],
  namespaces: [
    'man-namespaces',
    'man-pid-namespaces',
    'man-user-namespaces',
    'man-cgroup-namespaces',
    'man-time-namespaces',
  ],
  cgroups: ['linux-cgroup-v2', 'man-proc', 'docker-security'],
  syscalls: ['docker-seccomp', 'man-seccomp', 'man-capabilities'],
  compatibility: [
    'ms-linux-containers',
    'ms-wsl-about',
    'docker-vmm',
    'docker-multi-platform',
    'ms-windows-arm64',
    'navcontainerhelper-arm64',
  ],
  'windows-versions': ['ms-version-compatibility', 'ms-hyperv-isolation'],
};
