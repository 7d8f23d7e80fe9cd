import { paragraph, reasonList } from '../content.ts';
import { xml } from '../xml/xml.ts';
import type { QuestionOf } from '../../schema.ts';
import { html, markupText } from './moodle-elements.ts';
import type { BodyMaker } from './moodle-body.ts';
import { verdicts } from './verdicts.ts';

/**
 * Items to put in order: a type of Moodle's own since 4.4, a plug-in before. Its grade by all
 * items before and after each is the nearest to ours.
 */
export const orderBody: BodyMaker<QuestionOf<'order'>> = ({ prompt, items, hints }, { say }) => ({
  bodies: [
    {
      part: '',
      type: 'ordering',
      name: prompt,
      text: [paragraph(say(prompt))],
      grade: 1,
      own: [
        xml('layouttype', {}, 'VERTICAL'),
        xml('selecttype', {}, 'ALL'),
        xml('selectcount', {}, '0'),
        xml('gradingtype', {}, 'RELATIVE_ALL_PREVIOUS_AND_NEXT'),
        xml('showgrading', {}, 'SHOW'),
        xml('numberingstyle', {}, 'none'),
        ...verdicts(say),
        xml('shownumcorrect', {}, '1'),
        ...items.map(({ text }, index) =>
          xml('answer', { fraction: index + 1, format: 'html' }, markupText(say(text))),
        ),
      ],
      after: [reasonList(items, say, true)],
      hints: hints.map((hint) => html('hint', [paragraph(say(hint))], xml('shownumcorrect'))),
    },
  ],
  losses: ['explanations-gathered', 'partial-credit'],
});
