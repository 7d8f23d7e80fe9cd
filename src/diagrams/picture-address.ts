import { createHash } from 'node:crypto';
import packageFile from '../../package.json' with { type: 'json' };
import { FONT_HASH } from './advances.ts';
import type { Layout } from './layout.ts';
import { MERMAID_CONFIG } from './mermaid-config.ts';
import type { Width } from './metrics.ts';

/** To be raised when `render/read-rendering.ts` or `svg-tree.ts` write the same rendering otherwise. */
const CLEANER = 1;

/** What a committed picture is called. */
export interface PictureName {
  readonly id: string;
  readonly locale: string;
  readonly width: Width;
}

/**
 * The address of a picture: a hash of all that decides how it looks. The layout stands in it by
 * its result, so that a change of its code makes exactly the pictures stale that it moves.
 */
export function pictureAddress(mermaid: string, layout: Layout): string {
  const parts = [
    mermaid,
    layout,
    MERMAID_CONFIG,
    packageFile.devDependencies.mermaid,
    FONT_HASH,
    CLEANER,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}

export const pictureFile = ({ id, locale, width }: PictureName, address: string): string =>
  `${id}.${locale}.${width}.${address}.svg`;
