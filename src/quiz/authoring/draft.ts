import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const texts = z.array(text).catch([]);
const localized = z.object({ fr: text, en: text }).catch({});
const flag = z.boolean().optional().catch(undefined);
const number = z.number().optional().catch(undefined);
/** What may be typed: YAML reads `1` as a number. */
const typed = z.array(z.coerce.string()).catch([]);

// Loose: a key that is misspelt says that its true value is not known.
const item = z
  .looseObject({
    id: text,
    text: localized,
    why: localized,
    misconception: text,
    misconceptions: z.record(z.string(), text).catch({}),
    correct: flag,
    answer: flag,
    target: text,
    accept: typed,
    value: number,
  })
  .catch({ text: {}, why: {}, misconceptions: {}, accept: [] });
const items = z.array(item).catch([]);

const step = z
  .looseObject({
    id: text,
    run: text,
    why: localized,
    ask: localized,
    options: items,
    accept: typed,
  })
  .catch({ why: {}, ask: {}, options: [], accept: [] });

const map = z.record(z.string(), z.unknown()).catch({});

const question = z
  .object({
    id: text,
    type: text,
    objective: text,
    section: text,
    prompt: localized,
    explain: localized,
    why: localized,
    hints: z.array(localized).catch([]),
    sources: texts,
    pool: text,
    allow: map,
    options: items,
    rows: items,
    items,
    targets: items,
    mistakes: items,
    steps: z.array(step).catch([]),
    /** Of a text its words in both languages, of a number its value. */
    answer: z
      .union([z.number(), z.object({ fr: text, en: text })])
      .optional()
      .catch(undefined),
    accept: typed,
    pattern: text,
    exact: flag,
    tolerance: z.union([z.number(), z.string()]).optional().catch(undefined),
    unit: localized,
    units: z.record(z.string(), number).catch({}),
    diagram: text,
    captured: localized,
  })
  .catch({
    prompt: {},
    explain: {},
    why: {},
    hints: [],
    sources: [],
    allow: {},
    options: [],
    rows: [],
    items: [],
    targets: [],
    mistakes: [],
    steps: [],
    accept: [],
    unit: {},
    units: {},
    captured: {},
  });

const quiz = z
  .object({
    id: text,
    pools: z.record(z.string(), number).catch({}),
    allow: map,
    questions: z.array(question).catch([]),
  })
  .catch({ pools: {}, allow: {}, questions: [] });

/**
 * A quiz as far as it is written: whatever is missing or misshapen is left out. The checks read
 * this, so that a fault of shape in one place hides no fault of meaning in another.
 */
export type QuizDraft = z.infer<typeof quiz>;
export type QuestionDraft = z.infer<typeof question>;
export type ItemDraft = z.infer<typeof item>;
export type StepDraft = z.infer<typeof step>;
export type LocalizedDraft = z.infer<typeof localized>;

/** Never throws. */
export function draftOf(value: unknown): QuizDraft {
  return quiz.parse(value);
}
