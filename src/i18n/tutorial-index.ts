import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { LOCALES, type Locale } from './locales.ts';
import { tutorialPath } from './routes.ts';

/** What the rest needs to know of a lesson without rendering it. */
export interface TutorialEntry {
  readonly id: string;
  readonly order: number;
  readonly title: Readonly<Record<Locale, string>>;
  /** The day of its last update, as `2026-11-25`. */
  readonly updated: string;
  readonly path: Readonly<Record<Locale, string>>;
}

/**
 * Reads the front matter of every lesson of `folder` (`content/tutorials`), in course order.
 * Trusts its shape: the build has checked it (see `content.config.ts`).
 */
export function readTutorialIndex(folder: string): readonly TutorialEntry[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => readTutorialEntry(folder, entry.name))
    .sort((a, b) => a.order - b.order);
}

/**
 * Reads the front matter of one lesson of `folder`.
 * @throws Error when it is not one folder with both languages.
 */
export function readTutorialEntry(folder: string, id: string): TutorialEntry {
  const [fr, en] = LOCALES.map((locale) => frontMatter(join(folder, id, `${locale}.mdx`)));
  if (!fr || !en) throw new Error(`${folder}/${id}: a lesson is fr.mdx and en.mdx.`);
  return {
    id,
    order: fr.order,
    updated: fr.updated,
    title: { fr: fr.title, en: en.title },
    path: { fr: tutorialPath('fr', fr.slug), en: tutorialPath('en', en.slug) },
  };
}

interface FrontMatter {
  readonly title: string;
  readonly slug: string;
  readonly order: number;
  readonly updated: string;
}

function frontMatter(file: string): FrontMatter {
  const block = /^---\r?\n([\s\S]*?)\r?\n---/.exec(readFileSync(file, 'utf8'))?.[1];
  if (block === undefined) throw new Error(`${file}:1:1: the front matter is missing.`);
  return load(block, { schema: CORE_SCHEMA }) as FrontMatter;
}
