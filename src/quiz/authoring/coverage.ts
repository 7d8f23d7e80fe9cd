import { LOCALES } from '../../i18n/locales.ts';
import { misconceptionsOf } from '../grading/misconceptions-of.ts';
import type { Question, QuestionOf, QuestionType, Quiz } from '../schema.ts';

/** What the questions of one tutorial reach, and what in them could be guessed. */
export interface Coverage {
  readonly quiz: string;
  readonly questions: number;
  /** How many questions of each type there are. */
  readonly types: Readonly<Partial<Record<QuestionType, number>>>;
  /** The questions of each objective of the tutorial, by their ids. */
  readonly objectives: Readonly<Record<string, readonly string[]>>;
  readonly objectivesWithoutQuestion: readonly string[];
  /** Questions that test no objective of the tutorial. */
  readonly questionsWithoutObjective: readonly string[];
  readonly sectionsWithoutQuestion: readonly string[];
  /** How many questions can show each mistaken idea. */
  readonly misconceptions: Readonly<Record<string, number>>;
  readonly bias: Bias;
}

/** What a reader who knows nothing could go by, over the questions with one right option. */
export interface Bias {
  readonly choices: number;
  /** How often the right option stands first, second… */
  readonly positions: readonly number[];
  /** How often the right option is the longest, by language. */
  readonly longestIsRight: Readonly<Record<string, number>>;
  /** The mean length of right options over that of wrong ones, by language. */
  readonly lengthRatio: Readonly<Record<string, number>>;
}

/** Measures a quiz against the objectives and the sections of its tutorial. */
export function coverageOf(
  quiz: Quiz,
  objectives: readonly string[],
  sections: readonly string[],
): Coverage {
  const { questions } = quiz;
  const byObjective = Object.fromEntries(
    objectives.map((objective) => [
      objective,
      questions.filter((question) => question.objective === objective).map(({ id }) => id),
    ]),
  );
  const taught = new Set(questions.map(({ section }) => section));
  return {
    quiz: quiz.id,
    questions: questions.length,
    types: counted(questions.map(({ type }) => type)),
    objectives: byObjective,
    objectivesWithoutQuestion: objectives.filter((id) => byObjective[id]?.length === 0),
    questionsWithoutObjective: questions
      .filter(({ objective }) => !objectives.includes(objective))
      .map(({ id }) => id),
    sectionsWithoutQuestion: sections.filter((section) => !taught.has(section)),
    misconceptions: counted(
      questions.flatMap((question) => [
        ...new Set(misconceptionsOf(question).map(({ misconception }) => misconception)),
      ]),
    ),
    bias: biasOf(questions),
  };
}

const counted = <Name extends string>(names: readonly Name[]): Record<Name, number> =>
  Object.fromEntries(
    [...Map.groupBy(names, (name) => name)].map(([name, all]) => [name, all.length]),
  ) as Record<Name, number>;

function biasOf(questions: readonly Question[]): Bias {
  const choices = questions.filter(
    (question): question is QuestionOf<'choice'> => question.type === 'choice',
  );
  const places = choices.map(({ options }) => options.findIndex(({ correct }) => correct));
  const byLocale = <Value>(value: (locale: (typeof LOCALES)[number]) => Value) =>
    Object.fromEntries(LOCALES.map((locale) => [locale, value(locale)]));
  return {
    choices: choices.length,
    positions: Array.from(
      { length: Math.max(0, ...choices.map(({ options }) => options.length)) },
      (_, place) => places.filter((each) => each === place).length,
    ),
    longestIsRight: byLocale(
      (locale) =>
        choices.filter(({ options }) => {
          const longest = Math.max(...options.map(({ text }) => text[locale].length));
          const at = options.filter(({ text }) => text[locale].length === longest);
          return at.length === 1 && at[0]?.correct === true;
        }).length,
    ),
    lengthRatio: byLocale((locale) => {
      const lengths = (right: boolean) =>
        choices.flatMap(({ options }) =>
          options.filter(({ correct }) => correct === right).map(({ text }) => text[locale].length),
        );
      return Math.round((100 * mean(lengths(true))) / mean(lengths(false))) / 100;
    }),
  };
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
