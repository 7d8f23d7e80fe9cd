import { z } from 'zod';

/** Markdown. */
const text = z.string();
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish();

const shared = {
  id: optional(z.string()),
  /** A key of the quiz's `multipart`: a text that several questions share. */
  multipart: optional(z.string()),
  /** Shown once the question is answered or given up. */
  context: optional(text),
  promptExplanation: optional(z.boolean()),
};

/** The keys of each kind of question; a key that is not here is told and left out. */
export const MDBOOK_QUESTIONS = {
  MultipleChoice: z.object({
    type: z.literal('MultipleChoice'),
    ...shared,
    prompt: z.object({
      prompt: text,
      distractors: z.array(text),
      answerIndex: optional(z.int().nonnegative()),
      sortAnswers: optional(z.boolean()),
    }),
    answer: z.object({ answer: z.union([text, z.array(text).min(1)]) }),
  }),
  ShortAnswer: z.object({
    type: z.literal('ShortAnswer'),
    ...shared,
    prompt: z.object({ prompt: text, response: optional(z.enum(['short', 'long', 'code'])) }),
    answer: z.object({ answer: z.string(), alternatives: optional(z.array(z.string())) }),
  }),
  Tracing: z.object({
    type: z.literal('Tracing'),
    ...shared,
    prompt: z.object({ program: z.string() }),
    answer: z.object({
      doesCompile: z.boolean(),
      stdout: optional(z.string()),
      lineNumber: optional(z.int().nonnegative()),
    }),
  }),
} as const;

/**
 * A quiz of mdbook-quiz, by its published JSON schema (cognitive-engineering-lab/mdbook-quiz,
 * `mdbook-quiz.schema.json`, read in autumn 2026).
 */
export const mdbookQuizSchema = z.object({
  multipart: optional(z.record(z.string(), text)),
  questions: z
    .array(
      z.discriminatedUnion('type', [
        MDBOOK_QUESTIONS.MultipleChoice,
        MDBOOK_QUESTIONS.ShortAnswer,
        MDBOOK_QUESTIONS.Tracing,
      ]),
    )
    .min(1),
});

export type MdbookQuiz = z.infer<typeof mdbookQuizSchema>;
export type MdbookQuestion = MdbookQuiz['questions'][number];
export type MdbookOf<Type extends MdbookQuestion['type']> = Extract<
  MdbookQuestion,
  { readonly type: Type }
>;
