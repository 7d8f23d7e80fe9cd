import fc from 'fast-check';
import type { KeptAnswer, PastAnswer, QuizAnswers } from '../../../src/learner/learner-record.ts';

const said = fc.oneof(
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.string(),
);

/** Some ids are also names that every object of JavaScript has. */
const id = fc.constantFrom('a', 'own-system', 'constructor', 'x-1');

const anyAnswer: fc.Arbitrary<Omit<PastAnswer, 'tries'>> = fc.record(
  {
    rev: fc.integer({ min: 1, max: 3 }),
    at: fc.integer({ min: 1, max: 40 }),
    answer: fc.dictionary(id, said, { noNullPrototype: true }),
    score: fc.constantFrom(0, 0.5, 1),
    revealed: fc.constant(true as const),
    ideas: fc.array(id, { maxLength: 2 }),
    hints: fc.nat(3),
    sure: fc.constantFrom('guess' as const, 'unsure' as const, 'sure' as const),
  },
  { requiredKeys: ['rev', 'at', 'answer', 'score'], noNullPrototype: true },
);

/** What some answers, given one after the other, leave. */
const anyKept: fc.Arbitrary<KeptAnswer> = fc
  .uniqueArray(anyAnswer, { minLength: 1, maxLength: 11, selector: ({ at }) => at })
  .map((answers) => {
    const sorted = answers.sort((a, b) => a.at - b.at);
    let tries = 0;
    const numbered = sorted.map((answer) => {
      tries += answer.revealed ? 0 : 1;
      return { ...answer, tries };
    });
    return { ...(numbered.at(-1) as PastAnswer), past: numbered.slice(0, -1) };
  });

/** The answers of a record, as the site writes them. */
export const anyAnswers: fc.Arbitrary<Readonly<Record<string, QuizAnswers>>> = fc.dictionary(
  fc.constantFrom('virtualization', 'hybrid', 'constructor'),
  fc.dictionary(id, anyKept, { minKeys: 1, noNullPrototype: true }),
  { noNullPrototype: true },
);
