import { DIAGRAM_IDS } from '../../../src/diagrams/catalogue.ts';
import { WIDTHS, type Width } from '../../../src/diagrams/metrics.ts';
import { everyView, subjectOf } from '../../../src/diagrams/picture-source.ts';
import type { Subject, View } from '../../../src/diagrams/view.ts';
import { LOCALES, type Locale } from '../../../src/i18n/locales.ts';

export const ALL_WIDTHS = Object.keys(WIDTHS) as Width[];

export interface Case {
  readonly name: string;
  readonly locale: Locale;
  readonly subject: Subject;
  readonly seen: View;
}

/** `beside` has the states of `patterns`, which it follows. */
const IDS = DIAGRAM_IDS.filter((id) => id !== 'beside');

/** Every state that the parameters of every diagram allow, in both languages. */
export const EVERY_VIEW: readonly Case[] = LOCALES.flatMap((locale) =>
  IDS.flatMap((id) => {
    const subject = subjectOf(id, locale);
    return everyView(subject).map((seen) => ({
      name: `${id} ${locale} ${Object.values(seen.state).join(' ')}`.trim(),
      locale,
      subject,
      seen,
    }));
  }),
);

/** The states that differ in what is drawn, not only in what is marked. */
export const EVERY_DRAWING = EVERY_VIEW.filter(
  ({ seen }) => (seen.state['hit'] ?? 'none') === 'none',
);
