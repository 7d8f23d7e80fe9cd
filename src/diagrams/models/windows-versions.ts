import type { State } from '../parameters.ts';
import type { LayerKind, Stack } from '../stack.ts';
import { assemble, box, plate, type Part } from './plates.ts';
import { WINDOWS, WINDOWS_MATRIX, type WindowsHost, type WindowsImage } from './windows-matrix.ts';

/** A container of the image, in the frame `around`, on the kernel with that id. */
const container = (id: string, kernel: string, version: string, around: string): Part => {
  const within = { in: id };
  return {
    frames: [box(id, 'container', 'one-container', { in: around })],
    layers: [
      plate(`${id}-app`, 'application', `${id}-image`, 'application', within),
      plate(`${id}-image`, 'image', kernel, 'windows-image', { ...within, values: { version } }),
    ],
  };
};

/** A partition: its kernel, and the containers that call it. */
const partition = (
  frame: Part['frames'][number],
  kernel: { readonly id: string; readonly kind: LayerKind; readonly version: string },
  containers: readonly Part[],
): readonly Part[] => [
  { frames: [frame], layers: [] },
  ...containers,
  {
    frames: [],
    layers: [
      plate(kernel.id, kernel.kind, 'hypervisor', 'windows-kernel', {
        in: frame.id,
        values: { version: kernel.version },
      }),
    ],
  },
];

/** An image that lies there: nothing runs it. */
const idle = (version: string): Part => ({
  frames: [],
  layers: [
    plate('image', 'image', null, 'windows-image', { note: 'not-run', values: { version } }),
  ],
});

const HYPER_V: Part = {
  frames: [],
  layers: [
    plate('hypervisor', 'hypervisor', 'hardware', 'hyper-v'),
    plate('hardware', 'hardware', null, 'hardware'),
  ],
};

/** A Windows host and an image: the modes that are allowed, drawn as their stacks. */
export function windowsVersions({ server, base }: State): Stack {
  const host = WINDOWS[server as WindowsHost];
  const image = WINDOWS[base as WindowsImage];
  const { modes, since } = WINDOWS_MATRIX[server as WindowsHost][base as WindowsImage];
  const verdict = modes.length > 0 ? modes.join('-') : 'none';
  return assemble(
    `windows-${verdict}${since ? '-since' : ''}`,
    { host, image, since: since ?? '' },
    ...partition(
      box('root', 'machine', 'windows-host'),
      { id: 'host-kernel', kind: 'host-kernel', version: host },
      modes.includes('process') ? [container('process', 'host-kernel', image, 'root')] : [],
    ),
    ...(modes.includes('hyperv')
      ? partition(
          box('utility-vm', 'utility-vm', 'one-utility-vm'),
          { id: 'own-kernel', kind: 'guest-kernel', version: image },
          [container('hyperv', 'own-kernel', image, 'utility-vm')],
        )
      : []),
    HYPER_V,
    ...(modes.length > 0 ? [] : [idle(image)]),
  );
}
