/** Something to read, with its name in the page's language. */
export interface Link {
  readonly title: string;
  readonly href: string;
}

/** From the id of a section to its place. */
export type SectionLink = (section: string) => Link;

/** From the key of a source to its place. */
export type SourceLink = (key: string) => Link;
