import type { Html } from '../../lib/html.ts';

/** Something to read, with its name in the page's language. */
export interface Link {
  readonly title: string;
  readonly href: string;
}

/** From the id of a section to its place. */
export type SectionLink = (section: string) => Link;

/** From the key of a source to its place. */
export type SourceLink = (key: string) => Link;

/**
 * The picture of one of the site's stacks in the page's language: its first state, each layer with
 * its id as `data-id`. Ids inside it begin with `prefix`, for a page may show it twice.
 */
export type Picture = (diagram: string, prefix: string) => Html;
