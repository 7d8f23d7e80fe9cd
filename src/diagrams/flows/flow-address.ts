import { createHash } from 'node:crypto';
import packageFile from '../../../package.json' with { type: 'json' };
import { FONT_HASH } from '../advances.ts';
import type { Width } from '../metrics.ts';
import type { FlowModel } from './flow.ts';
import { flowConfig } from './flow-config.ts';

/** To be raised when `render/` or `flow-markup.ts` write the same rendering otherwise. */
const CLEANER = 1;

/** The address of a flow's picture: a hash of all that decides how it looks. */
export function flowAddress(mermaid: string, model: FlowModel, width: Width): string {
  const parts = [
    mermaid,
    model,
    flowConfig(model, width),
    packageFile.devDependencies.mermaid,
    FONT_HASH,
    CLEANER,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
