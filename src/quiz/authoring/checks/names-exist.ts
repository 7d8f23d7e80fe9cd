import { suggestion } from '../closest.ts';
import type { QuestionDraft, QuizDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';
import type { Known } from '../known.ts';
import type { Path } from '../locate.ts';

/** Whatever a quiz names by its id is there: objectives, sections, sources, pools, targets, ideas. */
export const namesExist: Check = (draft, known) =>
  draft.questions.flatMap((question, index) =>
    namesOf(question, draft, known).flatMap(({ path, name, names, what }): readonly Fault[] =>
      name === undefined || names === undefined || has(names, name)
        ? []
        : [
            {
              path: ['questions', index, ...path],
              message: `There is no ${what} \`${name}\`. ${suggestion(name, names)}`,
            },
          ],
    ),
  );

interface Name {
  readonly path: Path;
  readonly name: string | undefined;
  /** What it may be; without, anything. */
  readonly names: ReadonlySet<string> | readonly string[] | undefined;
  readonly what: string;
}

const has = (names: ReadonlySet<string> | readonly string[], name: string): boolean =>
  'has' in names ? names.has(name) : names.includes(name);

function namesOf(question: QuestionDraft, draft: QuizDraft, known: Known): readonly Name[] {
  const { objective, section, sources, pool } = question;
  return [
    { path: ['objective'], name: objective, names: known.objectives, what: 'objective' },
    { path: ['section'], name: section, names: known.sections, what: 'section' },
    { path: ['pool'], name: pool, names: Object.keys(draft.pools), what: 'pool' },
    ...sources.map((name, at) => ({
      path: ['sources', at],
      name,
      names: known.sources,
      what: 'source',
    })),
    ...targetNames(question),
  ];
}

function targetNames({ type, items, targets }: QuestionDraft): readonly Name[] {
  if (type !== 'match') return [];
  const names = targets.flatMap(({ id }) => (id === undefined ? [] : [id]));
  return items.flatMap(({ target, misconceptions }, at) => [
    { path: ['items', at, 'target'], name: target, names, what: 'target' },
    ...Object.keys(misconceptions).map((wrong) => ({
      path: ['items', at, 'misconceptions', wrong],
      name: wrong,
      names: names.filter((name) => name !== target),
      what: 'wrong target',
    })),
  ]);
}
