import type { Localized } from '../../i18n/locales.ts';

/** A place with its name, in each language; without an address where the site has none yet. */
export interface LocalizedLink {
  readonly title: Localized;
  readonly href?: Localized | undefined;
}

/** What exported quizzes say of the course around them; whoever exports knows it. */
export interface ExchangeContext {
  /** The title of the tutorial that the quiz belongs to. */
  readonly title: (quiz: string) => Localized;
  /** Where a section of that tutorial is and what it is called. */
  readonly section: (quiz: string, section: string) => LocalizedLink;
  /** A source by its key. */
  readonly source: (key: string) => { readonly title: string; readonly href: string } | undefined;
  /** The first state of a stack of the site, as an SVG file that needs no other. */
  readonly picture: (diagram: string) => Localized | undefined;
}
