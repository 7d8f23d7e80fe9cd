import type { Measurement } from '../../../../src/diagrams/charts/measurement-schema.ts';

const both = (text: string) => ({ fr: text, en: text });

/** A chart of one measured point with some of its parts changed. */
export const chartWith = (changes: Partial<Measurement> = {}): Measurement => ({
  id: 'a-chart',
  unit: 'ms',
  scale: 'log',
  title: both('Un titre'),
  axis: both('Temps'),
  sentence: both('On voit {{one}}.'),
  warning: both('Rien à comparer.'),
  points: [pointWith()],
  ...changes,
});

export const pointWith = (
  changes: Partial<Measurement['points'][number]> = { value: 12 },
): Measurement['points'][number] => ({
  id: 'one',
  label: both('Un point'),
  reading: 'measured',
  year: 2026,
  source: 'a-source',
  evidence: 'source',
  ...changes,
});
