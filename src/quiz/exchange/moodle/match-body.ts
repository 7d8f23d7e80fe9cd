import type { Localized } from '../../../i18n/locales.ts';
import { paragraph, reasonList } from '../content.ts';
import { plainText } from '../say.ts';
import { xml } from '../xml/xml.ts';
import type { QuestionOf } from '../../schema.ts';
import { html, plain } from './moodle-elements.ts';
import type { BodyMaker } from './moodle-body.ts';
import { verdicts } from './verdicts.ts';

/** Items and their targets; a target of no item is an answer without a question, as Moodle wants it. */
export const matchBody: BodyMaker<QuestionOf<'match'>> = (question, { say, languages, quiz }) => {
  const { prompt, items, targets, hints } = question;
  const taken = new Set(items.map(({ target }) => target));
  const answer = (id: string) => plain('answer', plainText(textOf(targets, id), languages));
  const marked = targets.some(({ text }) => text.fr.includes('`') || text.en.includes('`'));
  return {
    bodies: [
      {
        part: '',
        type: 'matching',
        name: prompt,
        text: [paragraph(say(prompt))],
        grade: 1,
        own: [
          xml('shuffleanswers', {}, String(quiz.shuffle)),
          ...verdicts(say),
          xml('shownumcorrect'),
          ...items.map(({ text, target }) =>
            html('subquestion', [paragraph(say(text))], answer(target)),
          ),
          ...targets
            .filter(({ id }) => !taken.has(id))
            .map(({ id }) => html('subquestion', [], answer(id))),
        ],
        after: [reasonList(items, say)],
        hints: hints.map((hint) => html('hint', [paragraph(say(hint))], xml('shownumcorrect'))),
      },
    ],
    losses: [
      'explanations-gathered',
      ...(marked || languages === 'both' ? (['plain-text'] as const) : []),
    ],
  };
};

function textOf(
  targets: readonly { readonly id: string; readonly text: Localized }[],
  id: string,
): Localized {
  return targets.find((target) => target.id === id)?.text ?? { fr: '', en: '' };
}
