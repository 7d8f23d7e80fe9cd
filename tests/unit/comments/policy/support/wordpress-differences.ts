import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { WordPressCase } from './wordpress-cases.ts';

const DIFFERENCES = z.array(
  z.strictObject({
    reason: z.string().min(10),
    cases: z.array(
      z.strictObject({
        stages: z.array(z.string()),
        input: z.string().optional(),
        begins: z.string().optional(),
        html: z.string(),
      }),
    ),
  }),
);

export interface Difference {
  readonly reason: string;
  readonly stage: string;
  /** The input, or how it begins. */
  readonly input?: string | undefined;
  readonly begins?: string | undefined;
  /** What we make of it. */
  readonly html: string;
}

/** The table of deliberate differences, one entry for each stage and input. */
export function wordPressDifferences(): Difference[] {
  const file = new URL('wordpress-differences.yaml', import.meta.url);
  const groups = DIFFERENCES.parse(parse(readFileSync(file, 'utf8')));
  return groups.flatMap(({ reason, cases }) =>
    cases.flatMap(({ stages, ...example }) =>
      stages.map((stage) => ({ reason, stage, ...example })),
    ),
  );
}

export function isAbout(difference: Difference, { stage, input }: WordPressCase): boolean {
  if (difference.stage !== stage) return false;
  return difference.begins === undefined
    ? difference.input === input
    : input.startsWith(difference.begins);
}
