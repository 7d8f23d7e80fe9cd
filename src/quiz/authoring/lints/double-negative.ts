import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import type { QuestionDraft } from '../draft.ts';
import type { Check, Fault } from '../fault.ts';
import { textsOf } from '../texts-of.ts';

/**
 * What turns a clause around. French: `ne` stands for its whole pair (`ne … pas`, `ne … aucun`),
 * and `ne … que` only limits.
 */
const NEGATIONS: Readonly<Record<Locale, RegExp>> = {
  fr: /\bn(?:e\s|['’])(?!\S+\s+que\b)|\bsans\b|\bimpossible\b|\bincapable\b/giu,
  en: /\bnot\b|n['’]t\b|\bcannot\b|\bnever\b|\bno\b|\bnone\b|\bneither\b|\bwithout\b|\bimpossible\b|\bunable\b/giu,
};

/** Where another clause begins, which may be negative on its own account. */
const CLAUSES =
  /[,;:.!?()–—]|\b(?:et|ou|mais|car|donc|que|qui|dont|and|or|but|because|so|that|which|who|while|if)\b/iu;

const negations = (text: string, locale: Locale): number =>
  text.match(NEGATIONS[locale])?.length ?? 0;

const isTwiceNegative = (text: string, locale: Locale): boolean =>
  text.split(CLAUSES).some((clause) => negations(clause, locale) > 1);

/**
 * Two negations to be undone at once: within one clause, or a question that asks what is not, with
 * options that say what is not.
 */
export const doubleNegative: Check = ({ questions }) =>
  questions.flatMap((question, index) =>
    LOCALES.flatMap((locale) =>
      faultsIn(question, locale).map(({ path, message }) => ({
        path: ['questions', index, ...path, locale],
        message,
      })),
    ),
  );

function faultsIn(question: QuestionDraft, locale: Locale): readonly Fault[] {
  const { prompt, type } = question;
  const asksWhatIsNot = type !== 'rows' && asksNegatively(prompt[locale] ?? '', locale);
  // What is read before answering; whys and hints may take a turn more.
  const texts = textsOf(question)
    .filter(({ path }) => path[0] === 'prompt' || path.at(-1) === 'text')
    .map(({ text, path }) => ({ text: text[locale] ?? '', path }));
  return texts.flatMap(({ text, path }) => {
    if (isTwiceNegative(text, locale)) {
      const message = 'Two negations in one clause. Say what is, so that nobody has to undo them.';
      return [{ path, message }];
    }
    if (asksWhatIsNot && path[0] === 'options' && negations(text, locale) > 0) {
      const message =
        'The question asks what is not, and this option says what is not. Turn one of the two around.';
      return [{ path, message }];
    }
    return [];
  });
}

/** The sentence that asks, the last one, is negative. */
function asksNegatively(prompt: string, locale: Locale): boolean {
  const asked = prompt.split(/(?<=[.!?…])\s+/u).at(-1) ?? '';
  const why = /^(?:pourquoi|why)\b/iu;
  return /\?/.test(asked) && !why.test(asked.trim()) && negations(asked, locale) > 0;
}
