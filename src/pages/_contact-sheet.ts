import { chartPictures } from '../diagrams/charts/chart-pictures.ts';
import { DIAGRAM_IDS } from '../diagrams/catalogue.ts';
import { FLOW_IDS } from '../diagrams/flows/flow-catalogue.ts';
import { shownFlow } from '../diagrams/flows/shown-flow.ts';
import { shownDiagram } from '../diagrams/shown-diagram.ts';
import type { Locale } from '../i18n/locales.ts';

interface Picture {
  readonly width: string;
  readonly svg: string;
}

/** One diagram of the sheet: each of its pictures, and what they show in one sentence. */
interface Shown {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly pictures: readonly Picture[];
}

/** Every picture of the site in one language: stacks and models, flows, measured figures. */
export function everyPicture(locale: Locale): readonly Shown[] {
  return [
    ...DIAGRAM_IDS.map((id) => {
      const { subject, first, pictures } = shownDiagram(id, locale);
      return { id, title: subject.title, sentence: first.sentence, pictures };
    }),
    ...FLOW_IDS.map((id) => ({ id, ...shownFlow(id, locale) })),
    ...chartPictures(locale),
  ];
}

/** A picture stands on the sheet in both themes: its names must be its own each time. */
export const renamed = (svg: string, prefix: string): string =>
  svg.replace(/\b(id|aria-labelledby|aria-describedby)="/g, `$1="${prefix}-`);
