import type { Locale } from '../../i18n/locales.ts';
import { typography } from '../../i18n/typography.ts';
import { markup } from '../markup.ts';
import { measure } from '../measure.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import { layoutChart } from './chart-layout.ts';
import { chartTree } from './chart-tree.ts';
import { chartWords } from './chart-words.ts';
import type { Measurement } from './measurement-schema.ts';
import { MEASUREMENTS } from './measurements.ts';
import { sentenceOf } from './sentence-figures.ts';

/** A chart as pages show it: what it is, what one sees, and its picture in each width. */
export interface ChartPictures {
  readonly id: string;
  readonly title: string;
  readonly sentence: string;
  readonly pictures: readonly { readonly width: Width; readonly svg: string }[];
}

const ALL_WIDTHS = Object.keys(WIDTHS) as Width[];

/** The pictures of one chart; ids inside them are its own, in each language and width. */
export function picturesOf(chart: Measurement, locale: Locale): ChartPictures {
  const title = typography(chart.title[locale], locale);
  const sentence = sentenceOf(chart, locale);
  const words = chartWords(chart, locale);
  const picture = (width: Width) => {
    const layout = layoutChart(words, width, measure);
    const prefix = `${chart.id}-${locale}-${width}`;
    return markup([
      'svg',
      {
        class: 'chart',
        viewBox: `0 0 ${layout.width} ${layout.height}`,
        role: 'img',
        'aria-labelledby': `${prefix}-title`,
        'aria-describedby': `${prefix}-desc`,
      },
      [
        ['title', { id: `${prefix}-title` }, title],
        ['desc', { id: `${prefix}-desc` }, sentence],
        ...chartTree(layout),
      ],
    ]);
  };
  return {
    id: chart.id,
    title,
    sentence,
    pictures: ALL_WIDTHS.map((width) => ({ width, svg: picture(width) })),
  };
}

/** Every chart of the site in the words of one language. */
export const chartPictures = (locale: Locale): readonly ChartPictures[] =>
  MEASUREMENTS.map((chart) => picturesOf(chart, locale));
