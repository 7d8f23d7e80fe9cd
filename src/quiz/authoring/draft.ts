import { z } from 'zod';

const text = z.string().optional().catch(undefined);
const localized = z.object({ fr: text, en: text }).catch({});

// Loose: a key that is misspelt says that its true value is not known.
const item = z
  .looseObject({
    id: text,
    text: localized,
    why: localized,
    misconception: text,
    correct: z.boolean().optional().catch(undefined),
    answer: z.boolean().optional().catch(undefined),
  })
  .catch({ text: {}, why: {} });

const question = z
  .object({
    id: text,
    type: text,
    objective: text,
    section: text,
    prompt: localized,
    explain: localized,
    sources: z.array(text).catch([]),
    options: z.array(item).catch([]),
    rows: z.array(item).catch([]),
  })
  .catch({ prompt: {}, explain: {}, sources: [], options: [], rows: [] });

const quiz = z
  .object({ id: text, questions: z.array(question).catch([]) })
  .catch({ questions: [] });

/**
 * A quiz as far as it is written: whatever is missing or misshapen is left out. The checks read
 * this, so that a fault of shape in one place hides no fault of meaning in another.
 */
export type QuizDraft = z.infer<typeof quiz>;
export type QuestionDraft = z.infer<typeof question>;
export type ItemDraft = z.infer<typeof item>;

/** Never throws. */
export function draftOf(value: unknown): QuizDraft {
  return quiz.parse(value);
}
