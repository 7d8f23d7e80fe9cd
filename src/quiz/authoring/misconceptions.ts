import { z } from 'zod';
import { KEBAB_CASE } from '../schema.ts';

const text = z.string().trim().min(1);
const localized = z.strictObject({ fr: text, en: text });

/** A mistaken idea that answers show: what one believes, what is true instead, where it is taught. */
export const misconceptionSchema = z.strictObject({
  idea: localized,
  truth: localized,
  /** `tutorial#section`. */
  section: z
    .string()
    .regex(
      /^[a-z0-9-]+#[a-z0-9-]+$/,
      'Write the tutorial and its section: `containerization#shared-kernel`.',
    ),
  /** Keys of `content/sources.yaml`. */
  sources: z.array(z.string()).default([]),
});

/** `content/misconceptions.yaml`: every idea that a quiz names, by its id. */
export const misconceptionsSchema = z.record(
  z
    .string()
    .regex(KEBAB_CASE, 'Name ideas in kebab-case: lower-case letters and digits, hyphens between.'),
  misconceptionSchema,
);

export type Misconception = z.infer<typeof misconceptionSchema>;
