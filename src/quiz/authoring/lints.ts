import { suggestion } from './closest.ts';
import type { QuizDraft } from './draft.ts';
import type { Check, Fault } from './fault.ts';
import { dangerousPattern } from './lints/dangerous-pattern.ts';
import { doubleNegative } from './lints/double-negative.ts';
import { duplicatedAnswers } from './lints/duplicated-answers.ts';
import { languagesDiffer } from './lints/languages-differ.ts';
import { longestIsRight } from './lints/longest-is-right.ts';
import { misconceptionLeadsNowhere } from './lints/misconception-leads-nowhere.ts';
import { rejectedAnswer } from './lints/rejected-answer.ts';
import { samePosition } from './lints/same-position.ts';
import { unknownHotspot } from './lints/unknown-hotspot.ts';

/**
 * What makes a quiz teach badly though a machine can read it, by name. A question, or the whole
 * quiz, may say why one does not apply: `allow: { double-negative: the reason }`.
 *
 * An option without `why` has no name here: the schema asks for it, and nothing allows its absence.
 */
export const LINTS = {
  'dangerous-pattern': dangerousPattern,
  'double-negative': doubleNegative,
  'duplicated-answers': duplicatedAnswers,
  'languages-differ': languagesDiffer,
  'longest-is-right': longestIsRight,
  'misconception-leads-nowhere': misconceptionLeadsNowhere,
  'rejected-answer': rejectedAnswer,
  'same-position': samePosition,
  'unknown-hotspot': unknownHotspot,
} as const satisfies Readonly<Record<string, Check>>;

/** All that the lints find and nothing allows; and what is allowed without need. */
export const lintQuiz: Check = (draft, known) => {
  const used = new Set<string>();
  const found = Object.entries(LINTS).flatMap(([name, lint]) =>
    lint(draft, known).flatMap(({ path, message }): readonly Fault[] => {
      const allowance = allowanceFor(name, path, draft);
      if (allowance !== undefined) {
        used.add(allowance);
        return [];
      }
      return [{ path, message: `${message} (Lint \`${name}\`.)` }];
    }),
  );
  return [...found, ...idleAllowances(draft, used)];
};

const place = (question: number | undefined, name: string) => `${question ?? ''} ${name}`;

/** Where the lint is allowed for what stands at `path`: by its question, or by the quiz. */
function allowanceFor(name: string, path: Fault['path'], draft: QuizDraft): string | undefined {
  const index = typeof path[1] === 'number' ? path[1] : undefined;
  if (index !== undefined && Object.hasOwn(draft.questions[index]?.allow ?? {}, name))
    return place(index, name);
  return Object.hasOwn(draft.allow, name) ? place(undefined, name) : undefined;
}

/** An allowance that nothing needs hides the next fault of its kind. */
function idleAllowances(draft: QuizDraft, used: ReadonlySet<string>): readonly Fault[] {
  const idle = (
    allow: QuizDraft['allow'],
    path: Fault['path'],
    question?: number,
  ): readonly Fault[] =>
    Object.keys(allow).flatMap((name) => {
      if (!Object.hasOwn(LINTS, name)) {
        const message = `There is no lint \`${name}\`. ${suggestion(name, Object.keys(LINTS))}`;
        return [{ path: [...path, name], message }];
      }
      if (used.has(place(question, name))) return [];
      const message = `Nothing here meets the lint \`${name}\`. Take the allowance out.`;
      return [{ path: [...path, name], message }];
    });
  return [
    ...idle(draft.allow, ['allow']),
    ...draft.questions.flatMap(({ allow }, index) =>
      idle(allow, ['questions', index, 'allow'], index),
    ),
  ];
}
