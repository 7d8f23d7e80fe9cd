import type { ItemDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';
import type { Path } from '../locate.ts';

const MESSAGE =
  'A right option cannot show a mistaken idea. Take the misconception away, or `correct: true`.';

/** Only a wrong answer shows a mistaken idea. */
export const rightShowsNoMistake: Check = ({ questions }) =>
  questions.flatMap(({ options, steps }, index) => [
    ...faults(options, ['questions', index, 'options']),
    ...steps.flatMap((step, at) =>
      faults(step.options, ['questions', index, 'steps', at, 'options']),
    ),
  ]);

const faults = (options: readonly ItemDraft[], path: Path): readonly Fault[] =>
  options.flatMap(({ correct, misconception }, at) =>
    correct && misconception !== undefined
      ? [{ path: [...path, at, 'misconception'], message: MESSAGE }]
      : [],
  );
