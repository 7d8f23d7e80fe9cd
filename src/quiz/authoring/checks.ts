import { suggestion } from './closest.ts';
import type { ItemDraft, QuestionDraft, QuizDraft } from './draft.ts';
import { whereabouts, type Fault } from './explain-issue.ts';
import type { Path } from './locate.ts';
import { KEYS } from '../schema.ts';

/** What a quiz may name. */
export interface Known {
  /** The tutorial's id; when left out, the name of the folder that holds the file. */
  readonly id?: string;
  readonly objectives: ReadonlySet<string>;
  readonly sections: ReadonlySet<string>;
  readonly sources: ReadonlySet<string>;
}

type Check = (draft: QuizDraft, known: Known) => readonly Fault[];

/** What a shape cannot say. Each check reads the whole quiz; a lint to come is one more entry. */
const CHECKS: readonly Check[] = [
  isNamedAsItsFolder,
  hasNoTwins,
  namesWhatExists,
  hasARightAnswer,
  namesMisconceptionsOfWrongOptions,
  closesItsCode,
];

/** Everything that is wrong with the meaning of a quiz. */
export function checkQuiz(draft: QuizDraft, known: Known): readonly Fault[] {
  return CHECKS.flatMap((check) =>
    check(draft, known).map(({ path, message }) => ({
      path,
      message: whereabouts(path, draft) + message,
    })),
  );
}

function isNamedAsItsFolder({ id }: QuizDraft, known: Known): readonly Fault[] {
  if (id === undefined || known.id === undefined || id === known.id) return [];
  const message = `The quiz is \`${id}\` and its tutorial is \`${known.id}\`. Write \`id: ${known.id}\`.`;
  return [{ path: ['id'], message }];
}

function hasNoTwins({ questions }: QuizDraft): readonly Fault[] {
  return [
    ...twins(questions, 'questions', ['questions']),
    ...questions.flatMap(({ options, rows }, index) => [
      ...twins(options, 'options', ['questions', index, 'options']),
      ...twins(rows, 'rows', ['questions', index, 'rows']),
    ]),
  ];
}

function twins(items: readonly { id?: string | undefined }[], what: string, path: Path): Fault[] {
  const ids = items.map(({ id }) => id);
  return ids.flatMap((id, index) =>
    id === undefined || ids.indexOf(id) === index
      ? []
      : [
          {
            path: [...path, index, 'id'],
            message: `Two ${what} are named \`${id}\`. Answers are kept under ids: give each its own.`,
          },
        ],
  );
}

function namesWhatExists({ questions }: QuizDraft, known: Known): readonly Fault[] {
  const unknown = (name: string | undefined, names: ReadonlySet<string>, what: string) =>
    name === undefined || names.has(name)
      ? undefined
      : `There is no ${what} \`${name}\`. ${suggestion(name, names)}`;
  return questions.flatMap(({ objective, section, sources }, index) =>
    [
      { key: ['objective'], message: unknown(objective, known.objectives, 'objective') },
      { key: ['section'], message: unknown(section, known.sections, 'section') },
      ...sources.map((source, at) => ({
        key: ['sources', at],
        message: unknown(source, known.sources, 'source'),
      })),
    ].flatMap(({ key, message }) =>
      message === undefined ? [] : [{ path: ['questions', index, ...key], message }],
    ),
  );
}

/** How many right options each type wants; `undefined` when its count is good. */
const RIGHT_COUNT: Readonly<Record<string, (right: number, all: number) => string | undefined>> = {
  choice: (right) =>
    right === 1
      ? undefined
      : right === 0
        ? 'No option is right. Write `correct: true` on the one that is.'
        : `${right} options are right and the reader may choose one. Keep one, or write \`type: multiple\`.`,
  multiple: (right, all) =>
    right === 0
      ? 'No option is right. Write `correct: true` on those that are.'
      : right === all
        ? 'Every option is right: ticking all needs no thought. Add a wrong one that tempts.'
        : undefined,
  rows: (right, all) =>
    right === 0 || right === all
      ? 'Every row has the same answer: a reader who sees the pattern needs no thought. Mix true and false.'
      : undefined,
};

function hasARightAnswer({ questions }: QuizDraft): readonly Fault[] {
  return questions.flatMap((question, index) => {
    const truths = truthsOf(question);
    // Too few items, or one whose truth is not known, are faults of shape: said once, there.
    if (truths.length < 2 || truths.includes(undefined)) return [];
    const right = truths.filter(Boolean).length;
    const message = RIGHT_COUNT[question.type ?? '']?.(right, truths.length);
    const list = question.type === 'rows' ? 'rows' : 'options';
    return message === undefined ? [] : [{ path: ['questions', index, list], message }];
  });
}

/** The truth of each item; unknown where a misspelt key may have been meant to say it. */
function truthsOf({ type, options, rows }: QuestionDraft): readonly (boolean | undefined)[] {
  const [items, known] = type === 'rows' ? [rows, KEYS.row] : [options, KEYS.option];
  return items.map((item) => {
    if (Object.keys(item).some((key) => !known.includes(key) && item[key] !== undefined)) return;
    return type === 'rows' ? item.answer : (item.correct ?? false);
  });
}

function namesMisconceptionsOfWrongOptions({ questions }: QuizDraft): readonly Fault[] {
  const message =
    'A right option cannot show a mistaken idea. Take the misconception away, or `correct: true`.';
  return questions.flatMap(({ options }, index) =>
    options.flatMap(({ correct, misconception }, at) =>
      correct && misconception !== undefined
        ? [{ path: ['questions', index, 'options', at, 'misconception'], message }]
        : [],
    ),
  );
}

function closesItsCode({ questions }: QuizDraft): readonly Fault[] {
  const message = 'A backtick is alone. Code stands between two: `docker run`.';
  return questions.flatMap((question, index) => {
    const path = ['questions', index];
    const items = (list: readonly ItemDraft[], name: string) =>
      list.flatMap((item, at) =>
        [item.text, item.why].map((localized, which) => ({
          localized,
          path: [...path, name, at, which === 0 ? 'text' : 'why'],
        })),
      );
    return [
      { localized: question.prompt, path: [...path, 'prompt'] },
      { localized: question.explain, path: [...path, 'explain'] },
      ...items(question.options, 'options'),
      ...items(question.rows, 'rows'),
    ].flatMap(({ localized, path }) =>
      (['fr', 'en'] as const)
        .filter((locale) => ((localized[locale] ?? '').split('`').length - 1) % 2 === 1)
        .map((locale) => ({ path: [...path, locale], message })),
    );
  });
}
