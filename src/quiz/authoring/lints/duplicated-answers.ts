import { LOCALES } from '../../../i18n/locales.ts';
import { normalizeText } from '../../grading/normalize-text.ts';
import type { ItemDraft, QuestionDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';
import type { Path } from '../locate.ts';

/** Two answers that are one to the reader, and of which at most one can be right. */
export const duplicatedAnswers: Check = ({ questions }) =>
  questions.flatMap((question, index) =>
    faultsOf(question).map(({ path, message }) => ({
      path: ['questions', index, ...path],
      message,
    })),
  );

const faultsOf = (question: QuestionDraft): readonly Fault[] => [
  ...(['options', 'rows', 'items', 'targets'] as const).flatMap((list) =>
    twins(question[list], [list]),
  ),
  ...question.steps.flatMap(({ options }, at) => twins(options, ['steps', at, 'options'])),
  ...typedTwins(question),
];

function twins(items: readonly ItemDraft[], path: Path): readonly Fault[] {
  return items.flatMap((item, at) => {
    const locale = LOCALES.find((each) => {
      const said = fold(item.text[each]);
      return said !== '' && items.slice(0, at).some(({ text }) => fold(text[each]) === said);
    });
    if (locale === undefined) return [];
    const message = `\`${item.text[locale] ?? ''}\` stands here twice. Word the two so that a reader can tell them apart.`;
    return [{ path: [...path, at, 'text', locale], message }];
  });
}

/** Backticks are typography; case and accents may be all that tells two commands apart. */
const fold = (text: string | undefined) => normalizeText((text ?? '').replaceAll('`', ''), true);

/** The same text under two mistakes: which explanation would it get? */
function typedTwins({ mistakes, exact }: QuestionDraft): readonly Fault[] {
  const seen = new Set<string>();
  return mistakes.flatMap(({ accept }, at) =>
    accept.flatMap((typed, nth) => {
      const said = normalizeText(typed, exact);
      if (!seen.has(said)) {
        seen.add(said);
        return [];
      }
      const message = `\`${typed}\` is listed twice. Keep it where its explanation fits.`;
      return [{ path: ['mistakes', at, 'accept', nth], message }];
    }),
  );
}
