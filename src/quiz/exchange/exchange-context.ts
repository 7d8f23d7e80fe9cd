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
  /** The first state of a stack of the site: an SVG file that needs no other, and the same in words. */
  readonly picture: (
    diagram: string,
  ) => { readonly svg: Localized; readonly words: Localized } | undefined;
}

/** For what says nothing of the course, such as what a format cannot carry. */
export const NO_CONTEXT: ExchangeContext = {
  title: (quiz) => ({ fr: quiz, en: quiz }),
  section: (_, section) => ({ title: { fr: section, en: section } }),
  source: () => undefined,
  picture: () => undefined,
};
