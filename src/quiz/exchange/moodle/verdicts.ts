import { message, type Say } from '../say.ts';
import type { XmlElement } from '../xml/xml.ts';
import { html } from './moodle-elements.ts';

/** What Moodle says of a whole answer, in the words of the site. */
export const verdicts = (say: Say): readonly XmlElement[] => [
  html('correctfeedback', say(message((t) => t('quiz:verdict.right')))),
  html('partiallycorrectfeedback', say(message((t) => t('quiz:verdict.partial')))),
  html('incorrectfeedback', say(message((t) => t('quiz:verdict.wrong')))),
];
