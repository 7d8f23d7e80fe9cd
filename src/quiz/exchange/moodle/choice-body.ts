import { paragraph } from '../content.ts';
import { xml, type XmlElement } from '../xml/xml.ts';
import type { Option, QuestionOf } from '../../schema.ts';
import { shareOf } from './fraction.ts';
import { verdicts } from './verdicts.ts';
import { html, htmlAnswer } from './moodle-elements.ts';
import type { BodyMaker, MoodleBodies, MoodleFile } from './moodle-body.ts';

type Choice = QuestionOf<'choice' | 'multiple' | 'hotspot'>;

/** Options to tick, each with its explanation: one of them, or several that share the mark. */
export const choiceBody: BodyMaker<Choice> = (question, file) => {
  const choice = choiceOf(question.options, file);
  const picture = pictureOf(question, file);
  return {
    bodies: [
      {
        part: '',
        type: 'multichoice',
        name: question.prompt,
        text: [paragraph(file.say(question.prompt)), ...picture.text],
        files: picture.files,
        grade: 1,
        own: choice.own,
        after: [],
        hints: question.hints.map((hint) =>
          html(
            'hint',
            [paragraph(file.say(hint))],
            ...(choice.several ? [xml('shownumcorrect')] : []),
          ),
        ),
      },
    ],
    losses: [...choice.losses, ...picture.losses],
  };
};

/**
 * What a multiple choice of Moodle has of its own. As on the site, each right option earns its
 * share, and each wrong one takes a share back.
 */
export function choiceOf(options: readonly Option[], { say, quiz }: MoodleFile) {
  const rights = options.filter(({ correct }) => correct).length;
  const several = rights !== 1;
  const share = shareOf(Math.max(1, rights));
  const shuffle = quiz.shuffle && !options.some(({ last }) => last);
  const own: readonly XmlElement[] = [
    xml('single', {}, String(!several)),
    xml('shuffleanswers', {}, String(shuffle)),
    xml('answernumbering', {}, 'none'),
    xml('showstandardinstruction', {}, '1'),
    ...verdicts(say),
    ...(several ? [xml('shownumcorrect')] : []),
    ...options.map(({ correct, text, why }) =>
      htmlAnswer(
        correct ? share.percent : several ? -share.percent : 0,
        [paragraph(say(text))],
        [paragraph(say(why))],
      ),
    ),
  ];
  const losses: MoodleBodies['losses'] = [
    ...(quiz.shuffle && !shuffle ? (['shuffle'] as const) : []),
    ...(share.exact ? [] : (['partial-credit'] as const)),
  ];
  return { own, several, losses };
}

/** The stack that a hotspot asks about stands over its options, as a file of the question. */
function pictureOf(question: Choice, { say, context, languages }: MoodleFile) {
  const nothing = { text: [], files: [], losses: [] } as const;
  if (question.type !== 'hotspot') return nothing;
  const losses = ['picture-as-list'] as const;
  const picture = context.picture(question.diagram);
  if (!picture) return { ...nothing, losses };
  const name = (locale: 'fr' | 'en') => `${question.diagram}-${locale}.svg`;
  const shown = languages === 'both' ? (['fr', 'en'] as const) : [languages];
  return {
    text: [
      paragraph(
        say(picture.words, (_, locale) => [
          xml('img', { src: `@@PLUGINFILE@@/${name(locale)}`, alt: picture.words[locale] }),
        ]),
      ),
    ],
    files: shown.map((locale) =>
      xml(
        'file',
        { name: name(locale), path: '/', encoding: 'base64' },
        Buffer.from(picture.svg[locale]).toString('base64'),
      ),
    ),
    losses,
  };
}
