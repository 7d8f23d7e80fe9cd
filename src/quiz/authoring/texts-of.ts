import type { ItemDraft, LocalizedDraft, QuestionDraft } from './draft.ts';
import type { Path } from './locate.ts';
import { LIST_NAMES } from './whereabouts.ts';

/** A text in both languages, and where it stands in its question. */
export interface PlacedText {
  readonly text: LocalizedDraft;
  readonly path: Path;
}

/** Every text of a question that readers see, in both languages, in the order of its parts. */
export function textsOf(question: QuestionDraft): readonly PlacedText[] {
  const { prompt, explain, why, hints, captured, unit, answer } = question;
  return [
    { text: prompt, path: ['prompt'] },
    ...hints.map((text, index) => ({ text, path: ['hints', index] })),
    ...(typeof answer === 'object' ? [{ text: answer, path: ['answer'] }] : []),
    { text: why, path: ['why'] },
    { text: unit, path: ['unit'] },
    ...LIST_NAMES.flatMap((list) =>
      list === 'steps'
        ? question.steps.flatMap((step, index) => [
            { text: step.ask, path: ['steps', index, 'ask'] },
            { text: step.why, path: ['steps', index, 'why'] },
            ...itemTexts(step.options, ['steps', index, 'options']),
          ])
        : itemTexts(question[list], [list]),
    ),
    { text: captured, path: ['captured'] },
    { text: explain, path: ['explain'] },
  ];
}

const itemTexts = (items: readonly ItemDraft[], path: Path): readonly PlacedText[] =>
  items.flatMap(({ text, why }, index) => [
    { text, path: [...path, index, 'text'] },
    { text: why, path: [...path, index, 'why'] },
  ]);
