import type { Locale } from '../i18n/locales.ts';

/** A place to go to, with its name in the page's language. */
interface Place {
  readonly title: string;
  readonly href: string;
}

/** What the components of a lesson need to know of the page around them. */
export interface LessonContext {
  readonly locale: Locale;
  /** The name and address of a section, by its id. */
  readonly section: (id: string) => Place;
  /** The name and address of a source, by its key. */
  readonly source: (key: string) => Place;
  /** Where the whole quiz of the lesson is. */
  readonly sheet: string;
  /** Where all its questions are without a page around them. */
  readonly questions: string;
}
