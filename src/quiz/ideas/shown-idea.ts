import type { Localized } from '../../i18n/locales.ts';
import type { Link } from '../page/links.ts';

/** A mistaken idea, as the page of ideas shows it. */
export interface ShownIdea {
  readonly id: string;
  readonly idea: Localized;
  readonly truth: Localized;
  /** Where it is explained. */
  readonly section: Link;
  readonly sources: readonly Link[];
  /** The questions that can show it, named `quiz/question`. */
  readonly questions: readonly string[];
}
