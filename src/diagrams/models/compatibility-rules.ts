export const SYSTEMS = ['linux', 'windows', 'macos'] as const;
export const PROCESSORS = ['amd64', 'arm64'] as const;
/** What an image is made for: `linux-amd64` is `linux/amd64` to an engine. */
export const PLATFORMS = ['linux-amd64', 'linux-arm64', 'windows-amd64'] as const;

export type System = (typeof SYSTEMS)[number];
export type Processor = (typeof PROCESSORS)[number];
export type Platform = (typeof PLATFORMS)[number];

/** `foreign-kernel`: no kernel of that family; `foreign-processor`: no emulator for that image. */
export type Way =
  'native' | 'emulated' | 'linux-vm' | 'linux-vm-emulated' | 'foreign-kernel' | 'foreign-processor';

/**
 * What runs an image, by the kernel family it needs. A container calls the kernel of its host, and
 * only Linux has one that Linux images can call; Windows (WSL 2) and macOS (Docker Desktop) start a
 * Linux virtual machine for them. No one else has Windows' kernel.
 */
const KERNELS: Readonly<Record<System, Readonly<Record<'linux' | 'windows', Way>>>> = {
  linux: { linux: 'native', windows: 'foreign-kernel' },
  windows: { linux: 'linux-vm', windows: 'native' },
  macos: { linux: 'linux-vm', windows: 'foreign-kernel' },
};

/**
 * The same image made for another processor. Linux hands foreign programs to an emulator (QEMU,
 * where it is installed; Docker Desktop brings one); Windows does not load such images.
 */
const ON_ANOTHER_PROCESSOR: Readonly<Partial<Record<Way, Way>>> = {
  'linux-vm': 'linux-vm-emulated',
  native: 'emulated',
};

/** How a host of that system and processor runs an image of that platform, if it does. */
export function wayOf(system: System, processor: Processor, platform: Platform): Way {
  const [family, architecture] = platform.split('-') as ['linux' | 'windows', Processor];
  const way = KERNELS[system][family];
  if (architecture === processor || way === 'foreign-kernel') return way;
  return family === 'windows' ? 'foreign-processor' : (ON_ANOTHER_PROCESSOR[way] ?? way);
}
