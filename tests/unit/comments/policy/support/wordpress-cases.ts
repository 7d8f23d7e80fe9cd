import { z } from 'zod';
import { sharedData } from './shared-data.ts';

/** What WordPress 7.1 was measured to make of an input at one stage of its comment pipeline. */
const CASES = z.array(
  z.object({
    name: z.string(),
    stage: z.enum([
      'kses',
      'save',
      'save+display',
      'balance',
      'autop',
      'clickable',
      'protocol',
      'rel_ugc',
      'entities',
    ]),
    input: z.string(),
    expected: z.string(),
    wp_differs_from_html_parser: z.boolean().optional(),
  }),
);

export type WordPressCase = z.infer<typeof CASES>[number];

/** The measured cases; empty where the data is not beside the repository. */
export function wordPressCases(): WordPressCase[] {
  return CASES.parse(sharedData('wordpress-kses-cases.json') ?? []);
}
