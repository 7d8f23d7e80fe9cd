import { z } from 'zod';

const SLUG = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** YAML readers that know timestamps hand over a Date where another hands over the text. */
const day = (value: unknown) => (value instanceof Date ? value.toISOString().slice(0, 10) : value);
const slug = (what: string) =>
  z
    .string()
    .regex(SLUG, `${what} is lower-case letters, digits and hyphens, such as \`shared-kernel\`.`);

/** The front matter of a lesson, in one language. */
export const frontMatterSchema = z.strictObject({
  title: z.string().trim().min(1, 'A lesson has a title.').max(80),
  /** Last segment of the lesson's address in this language. */
  slug: slug('A slug'),
  /** The lede, in one or two sentences. */
  summary: z
    .string()
    .trim()
    .min(40, 'A summary says in a sentence or two what the lesson is about.')
    .max(320),
  /** Place in the course, the same in both languages. */
  order: z.int().positive(),
  /** Day of the last change of substance. */
  updated: z.preprocess(day, z.iso.date('Write the day as 2026-11-25.')),
  objectives: z
    .array(z.strictObject({ id: slug('The id of an objective'), text: z.string().trim().min(1) }))
    .min(2, 'A lesson has at least two objectives.')
    .max(7),
});

/** The front matter of a page that is no lesson, in one language. */
export const pageSchema = frontMatterSchema.pick({ title: true, summary: true, updated: true });

export type FrontMatter = z.infer<typeof frontMatterSchema>;

/** A source that lessons cite. */
export const sourceSchema = z.strictObject({
  title: z.string().min(1),
  publisher: z.string().min(1),
  url: z.url({
    protocol: /^https?$/,
    error: 'The address of a source begins with https:// or http://.',
  }),
  /** Year, year and month, or day. */
  date: z.preprocess(
    day,
    z.coerce
      .string()
      .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'Write the date as 2026, 2026-11 or 2026-11-25.'),
  ),
  /** The day on which we read it. */
  accessed: z.preprocess(day, z.iso.date('Write the day as 2026-11-25.')),
  lang: z.enum(['fr', 'en'], { error: 'The language of a source is fr or en.' }),
});

export const sourcesSchema = z.record(slug('The key of a source'), sourceSchema);

export type Source = z.infer<typeof sourceSchema>;
