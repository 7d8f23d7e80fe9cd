import { z } from 'zod';

/** Stable names: lower-case letters and digits, words joined by hyphens. Never reused, never renamed. */
export const KEBAB_CASE = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

const id = z.string().regex(KEBAB_CASE);
const text = z.string().trim().min(1);
const localized = z.strictObject({ fr: text, en: text });

/** What options and rows share: each explains itself, and a wrong one may name the idea behind it. */
const item = { id, text: localized, why: localized, misconception: id.optional() };

const optionSchema = z.strictObject({ ...item, correct: z.boolean().default(false) });
const rowSchema = z.strictObject({ ...item, answer: z.boolean() });

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
  /** Keys of `content/sources.yaml`. */
  sources: z.array(id).default([]),
};

const options = { ...shared, options: z.array(optionSchema).min(2) };

/** One strict shape a type; a new type is one more entry. */
export const QUESTION_SCHEMAS = {
  choice: z.strictObject({ type: z.literal('choice'), ...options }),
  multiple: z.strictObject({ type: z.literal('multiple'), ...options }),
  rows: z.strictObject({ type: z.literal('rows'), ...shared, rows: z.array(rowSchema).min(2) }),
} as const;

export const questionSchema = z.discriminatedUnion('type', [
  QUESTION_SCHEMAS.choice,
  QUESTION_SCHEMAS.multiple,
  QUESTION_SCHEMAS.rows,
]);

/** A quiz: one file, both languages, one key. */
export const quizSchema = z.strictObject({ id, questions: z.array(questionSchema).min(1) });

/** The keys that each kind of node may have, for messages. */
export const KEYS = {
  quiz: Object.keys(quizSchema.shape),
  option: Object.keys(optionSchema.shape),
  row: Object.keys(rowSchema.shape),
  text: Object.keys(localized.shape),
} as const;

export type Quiz = z.infer<typeof quizSchema>;
export type Question = z.infer<typeof questionSchema>;
export type QuestionType = Question['type'];
export type Option = z.infer<typeof optionSchema>;
export type Row = z.infer<typeof rowSchema>;
