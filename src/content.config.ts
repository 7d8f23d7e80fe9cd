import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { frontMatterSchema, sourceSchema } from './authoring/front-matter.ts';

/** One entry a language: `virtualization/fr`. */
const tutorials = defineCollection({
  loader: glob({
    base: './content/tutorials',
    pattern: '*/{fr,en}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: frontMatterSchema,
});

const sources = defineCollection({
  loader: file('./content/sources.yaml'),
  schema: sourceSchema,
});

export const collections = { tutorials, sources };
