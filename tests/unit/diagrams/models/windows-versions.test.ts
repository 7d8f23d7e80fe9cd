import { describe, expect, test } from 'vitest';
import {
  WINDOWS_HOSTS,
  WINDOWS_IMAGES,
  WINDOWS_MATRIX,
} from '../../../../src/diagrams/models/windows-matrix.ts';
import { windowsVersions } from '../../../../src/diagrams/models/windows-versions.ts';
import { kernelOf } from '../../../../src/diagrams/stack.ts';
import { sentenceOf, wordsAt } from './every-state.ts';

/** Microsoft's page of 2025-01-23, cell by cell: P process, H Hyper-V, - not offered. */
const PAGE = {
  //       WS2016 WS2019 WS2022 WS2025
  ws2016: ['PH', '-', '-', '-'],
  ws2019: ['H', 'PH', '-', '-'],
  ws2022: ['H', 'H', 'PH', '-'],
  ws2025: ['H', 'H', 'PH', 'PH'],
  w11: ['H', 'H', 'PH', 'PH 24H2'],
  w10: ['H', 'H', '-', '-'],
} as const;

const CELLS = WINDOWS_HOSTS.flatMap((host) =>
  WINDOWS_IMAGES.map((image, column) => ({ host, image, cell: PAGE[host][column] ?? '' })),
);

describe('which Windows image on which Windows host', () => {
  test('has a cell for each', () => {
    expect(CELLS).toHaveLength(24);
  });

  test.each(CELLS)('$image on $host: $cell', ({ host, image, cell }) => {
    const { modes, since = '' } = WINDOWS_MATRIX[host][image];
    expect(modes.includes('process')).toBe(cell.startsWith('P'));
    expect(modes.includes('hyperv')).toBe(cell.includes('H'));
    expect(`${cell.split(' ')[1] ?? ''}`).toBe(since);
  });

  test.each(CELLS)('$image on $host is drawn as what is allowed', ({ host, image, cell }) => {
    const stack = windowsVersions({ server: host, base: image });
    const apps = stack.layers.filter(({ kind }) => kind === 'application');
    expect(apps.map(({ id }) => kernelOf(stack, id)?.id)).toEqual([
      ...(cell.startsWith('P') ? ['host-kernel'] : []),
      ...(cell.includes('H') ? ['own-kernel'] : []),
    ]);
    expect(wordsAt(stack, 'image')?.endsWith('nothing runs it') ?? false).toBe(cell === '-');
  });

  test('a process shares the kernel of the host, Hyper-V brings the one of the image', () => {
    const stack = windowsVersions({ server: 'ws2025', base: 'ws2022' });
    expect(wordsAt(stack, 'host-kernel')).toBe('Windows Server 2025 kernel');
    expect(wordsAt(stack, 'own-kernel')).toBe('Windows Server 2022 kernel');
    expect(wordsAt(stack, 'own-kernel', 'fr')).toBe('Noyau Windows Server 2022');
  });

  test('the release from which a mode is allowed is said', () => {
    const stack = windowsVersions({ server: 'w11', base: 'ws2025' });
    expect(sentenceOf(stack, 'en')).toContain('from version 24H2 on');
    expect(sentenceOf(stack, 'fr')).toContain('à partir de la version 24H2');
  });
});
