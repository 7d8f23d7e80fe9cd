import { z } from 'zod';

/** Stable names: lower-case letters and digits, words joined by hyphens. Never reused, never renamed. */
export const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = z.string().regex(KEBAB_CASE);
const text = z.string().trim().min(1);
const localized = z.strictObject({ fr: text, en: text });
/** Answers as they may be typed; YAML reads `1` as a number, and it is meant as a text. */
const typed = z.array(z.union([text, z.number().transform(String)])).min(1);

/** A wrong answer that readers are known to give, with what to tell them. */
const mistake = { id, why: localized, misconception: id.optional() };

/** What options and rows share: each explains itself, and a wrong one may name the idea behind it. */
const item = { id, text: localized, why: localized, misconception: id.optional() };

const optionSchema = z.strictObject({
  ...item,
  correct: z.boolean().default(false),
  /** Stays at the end when options are shuffled: “none of these”. */
  last: z.boolean().default(false),
});
const rowSchema = z.strictObject({ ...item, answer: z.boolean() });
/** `why`: why it stands where it stands. */
const orderedSchema = z.strictObject({ id, text: localized, why: localized });
const targetSchema = z.strictObject({ id, text: localized });
const pairSchema = z.strictObject({
  id,
  text: localized,
  why: localized,
  /** The id of the target that it belongs to. */
  target: id,
  /** From a wrong target to the idea that choosing it shows. */
  misconceptions: z.record(id, id).default({}),
});
const textMistakeSchema = z.strictObject({ ...mistake, accept: typed });
const numberMistakeSchema = z.strictObject({ ...mistake, value: z.number() });

/** Absolute (`0.5`) or a share of the answer (`5%`). */
const tolerance = z.union([z.number().nonnegative(), z.string().regex(/^\d+(?:\.\d+)?%$/)]);

const stepSchema = z.strictObject({
  id,
  /** The command, as it is typed. */
  run: text,
  /** What it printed, as captured; revealed after the answer when the step asks something. */
  output: z.string(),
  /** What to look at in it. */
  why: localized.optional(),
  /** The step asks which of these it prints or does… */
  options: z.array(optionSchema).min(2).optional(),
  /** …or to type it. Neither: the step is shown with its output, as context. */
  accept: typed.optional(),
  /** What the field of a typed answer asks for. */
  ask: localized.optional(),
});

const shared = {
  id,
  /** Raised when the right answer changes: older answers are kept as history and asked again. */
  rev: z.int().positive().default(1),
  /** The objective of the tutorial that the question tests. */
  objective: id,
  /** The section that teaches the answer. */
  section: id,
  prompt: localized,
  /** Shown once the question is right, or its answer asked for. */
  explain: localized.optional(),
  /** From the first push to the last: each is shown when the reader asks for it. */
  hints: z.array(localized).default([]),
  /** Asks, without obligation, how sure the reader is. */
  confidence: z.boolean().default(false),
  /** Keys of `content/sources.yaml`. */
  sources: z.array(id).default([]),
  /** The pool that it is drawn from; a question without one is always asked. */
  pool: id.optional(),
  /** Lints that do not apply here, each with the reason. */
  allow: z.record(id, text).default({}),
};

const options = { ...shared, options: z.array(optionSchema).min(2) };

/** One strict shape a type; a new type is one more entry. */
export const QUESTION_SCHEMAS = {
  choice: z.strictObject({ type: z.literal('choice'), ...options }),
  multiple: z.strictObject({ type: z.literal('multiple'), ...options }),
  rows: z.strictObject({ type: z.literal('rows'), ...shared, rows: z.array(rowSchema).min(2) }),
  /** `items` in their right order. */
  order: z.strictObject({
    type: z.literal('order'),
    ...shared,
    items: z.array(orderedSchema).min(3),
  }),
  /** Pairs, or categories when several items have one target; a target may be nobody's. */
  match: z.strictObject({
    type: z.literal('match'),
    ...shared,
    targets: z.array(targetSchema).min(2),
    items: z.array(pairSchema).min(2),
  }),
  text: z.strictObject({
    type: z.literal('text'),
    ...shared,
    /** The answer as the key shows it. */
    answer: localized,
    why: localized,
    /** Other answers that are right, whatever the language of the page. */
    accept: typed.default([]),
    /** A regular expression for the whole answer, after normalization. */
    pattern: text.optional(),
    /** Case and accents count, as in a command. */
    exact: z.boolean().default(false),
    mistakes: z.array(textMistakeSchema).default([]),
  }),
  number: z.strictObject({
    type: z.literal('number'),
    ...shared,
    answer: z.number(),
    why: localized,
    tolerance: tolerance.default(0),
    /** The unit of `answer`, as it is shown. */
    unit: localized.optional(),
    /** Other units that may be typed, each as so many of the unit of `answer`: `Gio: 1024`. */
    units: z.record(z.string(), z.number().positive()).default({}),
    mistakes: z.array(numberMistakeSchema).default([]),
  }),
  /** `diagram` is a stack of the site, and the ids of the options are layers of its first state. */
  hotspot: z.strictObject({ type: z.literal('hotspot'), ...options, diagram: id }),
  trace: z.strictObject({
    type: z.literal('trace'),
    ...shared,
    /** Where and when the output was captured. */
    captured: localized,
    steps: z.array(stepSchema).min(1),
  }),
} as const;

export const questionSchema = z.discriminatedUnion('type', [
  QUESTION_SCHEMAS.choice,
  QUESTION_SCHEMAS.multiple,
  QUESTION_SCHEMAS.rows,
  QUESTION_SCHEMAS.order,
  QUESTION_SCHEMAS.match,
  QUESTION_SCHEMAS.text,
  QUESTION_SCHEMAS.number,
  QUESTION_SCHEMAS.hotspot,
  QUESTION_SCHEMAS.trace,
]);

/** How many questions of each pool a reader is asked at a time. */
const pools = z.record(id, z.int().positive());

/** A quiz: one file, both languages, one key. */
export const quizSchema = z.strictObject({
  id,
  pools: pools.default({}),
  /** Whether options may be shuffled for each visit. */
  shuffle: z.boolean().default(true),
  /** Lints of the whole quiz that do not apply, each with the reason. */
  allow: z.record(id, text).default({}),
  questions: z.array(questionSchema).min(1),
});

export type Quiz = z.infer<typeof quizSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question['type'];
export type QuestionOf<Type extends QuestionType> = Extract<Question, { readonly type: Type }>;
export type Option = z.infer<typeof optionSchema>;
export type Row = z.infer<typeof rowSchema>;
export type Step = z.infer<typeof stepSchema>;

/** The keys that each kind of node may have, for messages. */
export const KEYS = {
  quiz: Object.keys(quizSchema.shape),
  option: Object.keys(optionSchema.shape),
  row: Object.keys(rowSchema.shape),
  ordered: Object.keys(orderedSchema.shape),
  target: Object.keys(targetSchema.shape),
  pair: Object.keys(pairSchema.shape),
  textMistake: Object.keys(textMistakeSchema.shape),
  numberMistake: Object.keys(numberMistakeSchema.shape),
  step: Object.keys(stepSchema.shape),
  text: Object.keys(localized.shape),
} as const;
