import { file, glob } from 'astro/loaders';
import { defineCollection } from 'astro:content';
import { frontMatterSchema, pageSchema, sourceSchema } from './authoring/front-matter.ts';
import { misconceptionSchema } from './quiz/authoring/misconceptions.ts';
import { quizSchema } from './quiz/schema.ts';

/** One entry a language: `virtualization/fr`. */
const tutorials = defineCollection({
  loader: glob({
    base: './content/tutorials',
    pattern: '*/{fr,en}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: frontMatterSchema,
});

/** Pages of running text, one entry a language: `privacy/fr`. */
const pages = defineCollection({
  loader: glob({
    base: './content/pages',
    pattern: '*/{fr,en}.mdx',
    generateId: ({ entry }) => entry.replace(/\.mdx$/, ''),
  }),
  schema: pageSchema,
});

const sources = defineCollection({
  loader: file('./content/sources.yaml'),
  schema: sourceSchema,
});

/** The mistaken ideas that answers show, by their ids. */
const misconceptions = defineCollection({
  loader: file('./content/misconceptions.yaml'),
  schema: misconceptionSchema,
});

/** The quiz of each lesson, by the lesson's id. The build has checked it: see `authoring`. */
const quizzes = defineCollection({
  loader: glob({
    base: './content/tutorials',
    pattern: '*/quiz.yaml',
    generateId: ({ entry }) => entry.replace(/\/quiz\.yaml$/, ''),
  }),
  schema: quizSchema,
});

export const collections = { tutorials, pages, sources, misconceptions, quizzes };
