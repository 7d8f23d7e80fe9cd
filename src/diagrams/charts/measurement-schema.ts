import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import { READINGS } from './readings.ts';
import { SCALES } from './scale.ts';
import { figuresNamed, isKnown } from './sentence-figures.ts';
import { UNITS } from './units.ts';

const listed = (names: readonly string[]) => names.map((name) => `\`${name}\``).join(', ');

const slug = z
  .string({ error: 'Give it an id, such as `docker-ssd`.' })
  .regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
    'An id is lower-case letters, digits and hyphens, such as `docker-ssd`.',
  );

const words = z
  .string({ error: 'Write this text in both languages: { fr: …, en: … }.' })
  .trim()
  .min(1, 'Write this text in both languages: { fr: …, en: … }.');

const localized = z.strictObject(
  { fr: words, en: words },
  { error: 'Write this text in both languages: { fr: …, en: … }.' },
);

const oneOf = <const Names extends readonly string[]>(names: Names, what: string) =>
  z.enum(names, { error: `${what} is one of ${listed(names)}.` });

const figure = z
  .number({ error: 'A figure is a number, with a point before its decimals: 2.3.' })
  .positive('A figure is above 0.');

/** How far the figure was verified. */
export const EVIDENCE = ['source', 'abstract', 'secondary'] as const;

const pointSchema = z.strictObject({
  id: slug,
  label: localized,
  value: figure.optional(),
  range: z
    .tuple([figure, figure], { error: 'A range is its two ends: [8, 10].' })
    .refine(([low, high]) => low < high, 'A range begins with the lower end: [8, 10].')
    .optional(),
  values: z.record(z.string(), figure).optional(),
  reading: oneOf(READINGS, 'The reading').default('measured'),
  year: z
    .int({ error: 'The year of the figure is a number: 2026.' })
    .min(1960, 'The year of the figure is a number: 2026.')
    .max(2100, 'The year of the figure is a number: 2026.'),
  /** A key of `content/sources.yaml`. */
  source: slug,
  evidence: z.enum(EVIDENCE, {
    error: `The evidence is one of ${listed(EVIDENCE)}. A figure that is only remembered is not drawn: read it in its source first.`,
  }),
});

/** One row of a chart. */
export type Point = z.infer<typeof pointSchema>;

const shape = z.strictObject({
  id: slug,
  unit: oneOf(UNITS, 'The unit'),
  scale: oneOf(SCALES, 'The scale'),
  title: localized,
  /** What the axis counts. */
  axis: localized,
  /** What one sees; its numbers are filled in from the points. */
  sentence: localized,
  /** What the figures do not allow to conclude. */
  warning: localized,
  /** What each point compares, in `values`; left out where a point is one figure. */
  series: z
    .array(z.strictObject({ id: slug, label: localized }))
    .length(2, 'A chart compares two series; draw more of them as points.')
    .optional(),
  points: z
    .array(pointSchema, { error: 'A chart has a list of points.' })
    .min(1, 'A chart has at least one point.'),
});

/** One chart, as `content/measurements.yaml` describes it. */
export type Measurement = z.infer<typeof shape>;

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** A point is one value, one range, or one value of each series. */
function pointFaults({ series = [], points }: Measurement): readonly Fault[] {
  const ids = series.map(({ id }) => id);
  return points.flatMap(({ value, range, values, reading }, at): readonly Fault[] => {
    const path = ['points', at];
    const given = [value, range, values].filter((figures) => figures !== undefined);
    if (given.length !== 1)
      return [{ path, message: 'A point has exactly one of `value`, `range` and `values`.' }];
    if ((values === undefined) !== (ids.length === 0))
      return [
        {
          path,
          message:
            ids.length === 0
              ? 'Its chart has no `series`: write `value` or `range`, or name two series.'
              : `Its chart compares series: write \`values\` with ${listed(ids)}.`,
        },
      ];
    if (values !== undefined && ids.toSorted().join() !== Object.keys(values).toSorted().join())
      return [{ path: [...path, 'values'], message: `Give one value to each of ${listed(ids)}.` }];
    if (value === undefined && reading !== 'measured')
      return [
        {
          path: [...path, 'reading'],
          message: 'Only a single `value` can be read so. Leave it out.',
        },
      ];
    return [];
  });
}

/** A sentence names figures that are there, the same in both languages, and writes none itself. */
function sentenceFaults(chart: Measurement): readonly Fault[] {
  const named = LOCALES.map((locale) => figuresNamed(chart.sentence[locale]));
  return LOCALES.flatMap((locale, at): readonly Fault[] => {
    const path = ['sentence', locale];
    const own = named[at] ?? [];
    const unknown = own.filter((name) => !isKnown(chart, name));
    const lacking = (named[1 - at] ?? []).filter((name) => !own.includes(name));
    return [
      ...unknown.map((name) => ({
        path,
        message: `There is no figure \`${name}\`. Name a point, \`point.series\` or \`one / other\`; points: ${listed(chart.points.map(({ id }) => id))}.`,
      })),
      ...lacking.map((name) => ({
        path,
        message: `The other language names {{${name}}}. Name the same figures in both.`,
      })),
      ...(/\d/.test(chart.sentence[locale].replace(/\{\{.*?\}\}/g, ''))
        ? [{ path, message: 'Name the figure, as {{point}}, in place of its digits.' }]
        : []),
    ];
  });
}

/** What is at a second place under an id that is taken. */
function repeated(named: readonly { readonly id: string }[], list: string[]): readonly Fault[] {
  return named.flatMap(({ id }, at) =>
    named.findIndex((one) => one.id === id) < at
      ? [
          {
            path: [...list, at, 'id'] as Fault['path'],
            message: `The id \`${id}\` is taken. Give it another.`,
          },
        ]
      : [],
  );
}

const measurementSchema = shape.superRefine((chart, context) => {
  const faults = [
    ...repeated(chart.points, ['points']),
    ...repeated(chart.series ?? [], ['series']),
    ...pointFaults(chart),
    ...sentenceFaults(chart),
  ];
  // Zod makes the path of an issue its own, and lengthens it: no two may share one.
  for (const { path, message } of faults)
    context.addIssue({ code: 'custom', path: [...path], message });
});

/** `content/measurements.yaml`: the charts in the order of their page. */
export const measurementsSchema = z
  .array(measurementSchema, { error: 'The file is a list of charts.' })
  .superRefine((charts, context) => {
    for (const { path, message } of repeated(charts, []))
      context.addIssue({ code: 'custom', path: [...path], message });
  });
