import { suggestion } from '../closest.ts';
import type { QuestionDraft } from '../draft.ts';
import type { Check } from '../fault.ts';
import type { Path } from '../locate.ts';

/** A mistaken idea that is explained nowhere: the reader would be told its name and no more. */
export const misconceptionLeadsNowhere: Check = ({ questions }, { misconceptions }) =>
  misconceptions === undefined
    ? []
    : questions.flatMap((question, index) =>
        ideasOf(question)
          .filter(({ name }) => !misconceptions.has(name))
          .map(({ path, name }) => ({
            path: ['questions', index, ...path],
            message: `The mistaken idea \`${name}\` is not in content/misconceptions.yaml. ${suggestion(name, misconceptions)} Explain it there, or name another.`,
          })),
      );

interface Idea {
  readonly name: string;
  readonly path: Path;
}

function ideasOf(question: QuestionDraft): readonly Idea[] {
  const { options, rows, mistakes, items, steps } = question;
  const named = (
    list: readonly { readonly misconception?: string | undefined }[],
    path: Path,
  ): readonly Idea[] =>
    list.flatMap(({ misconception: name }, at) =>
      name === undefined ? [] : [{ name, path: [...path, at, 'misconception'] }],
    );
  return [
    ...named(options, ['options']),
    ...named(rows, ['rows']),
    ...named(mistakes, ['mistakes']),
    ...items.flatMap(({ misconceptions }, at) =>
      Object.entries(misconceptions).flatMap(([target, name]) =>
        name === undefined ? [] : [{ name, path: ['items', at, 'misconceptions', target] }],
      ),
    ),
    ...steps.flatMap((step, at) => named(step.options, ['steps', at, 'options'])),
  ];
}
