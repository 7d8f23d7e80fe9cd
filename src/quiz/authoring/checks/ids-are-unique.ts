import type { QuestionDraft, StepDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';
import type { Path } from '../locate.ts';
import { LIST_NAMES } from '../whereabouts.ts';

/** Answers are kept under ids: two of one name would share theirs. */
export const idsAreUnique: Check = ({ questions }) => [
  ...twins(questions, 'questions', ['questions']),
  ...questions.flatMap((question, index) => listTwins(question, ['questions', index])),
];

const listTwins = (question: QuestionDraft, path: Path): readonly Fault[] => [
  ...LIST_NAMES.flatMap((list) => twins(question[list], list, [...path, list])),
  ...question.steps.flatMap(({ options }: StepDraft, step) =>
    twins(options, 'options', [...path, 'steps', step, 'options']),
  ),
];

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
