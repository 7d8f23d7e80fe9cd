export type Mode = 'process' | 'hyperv';

/** Names that are the same in every language. */
export const WINDOWS = {
  ws2016: 'Windows Server 2016',
  ws2019: 'Windows Server 2019',
  ws2022: 'Windows Server 2022',
  ws2025: 'Windows Server 2025',
  w10: 'Windows 10',
  w11: 'Windows 11',
} as const;

export const WINDOWS_HOSTS = ['ws2016', 'ws2019', 'ws2022', 'ws2025', 'w11', 'w10'] as const;
export const WINDOWS_IMAGES = ['ws2016', 'ws2019', 'ws2022', 'ws2025'] as const;

export type WindowsHost = (typeof WINDOWS_HOSTS)[number];
export type WindowsImage = (typeof WINDOWS_IMAGES)[number];

/** In what modes a host may run containers of a base image, and from which release of the host. */
export interface Allowed {
  readonly modes: readonly Mode[];
  readonly since?: string;
}

const NONE: Allowed = { modes: [] };
const HYPERV: Allowed = { modes: ['hyperv'] };
const BOTH: Allowed = { modes: ['process', 'hyperv'] };

/**
 * Host by image, after Microsoft's “Windows container version compatibility” of 2025-01-23. An
 * empty list: that page does not offer the image on that host.
 */
export const WINDOWS_MATRIX: Readonly<
  Record<WindowsHost, Readonly<Record<WindowsImage, Allowed>>>
> = {
  ws2016: { ws2016: BOTH, ws2019: NONE, ws2022: NONE, ws2025: NONE },
  ws2019: { ws2016: HYPERV, ws2019: BOTH, ws2022: NONE, ws2025: NONE },
  ws2022: { ws2016: HYPERV, ws2019: HYPERV, ws2022: BOTH, ws2025: NONE },
  ws2025: { ws2016: HYPERV, ws2019: HYPERV, ws2022: BOTH, ws2025: BOTH },
  w11: { ws2016: HYPERV, ws2019: HYPERV, ws2022: BOTH, ws2025: { ...BOTH, since: '24H2' } },
  w10: { ws2016: HYPERV, ws2019: HYPERV, ws2022: NONE, ws2025: NONE },
};
