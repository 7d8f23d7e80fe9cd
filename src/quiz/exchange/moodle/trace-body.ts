import type { QuestionOf, Step } from '../../schema.ts';
import { afterStep, askedSteps, beforeStep, paragraph } from '../content.ts';
import { xml, type XmlElement } from '../xml/xml.ts';
import { choiceOf } from './choice-body.ts';
import type { BodyMaker, MoodleBody, MoodleFile } from './moodle-body.ts';
import { html } from './moodle-elements.ts';
import { typed } from './typed-body.ts';

/**
 * A question for each step that asks: it shows what ran before with what that printed, and once
 * answered what the step itself printed.
 */
export const traceBody: BodyMaker<QuestionOf<'trace'>> = (question, file) => {
  const asked = askedSteps(question);
  const made = asked.map((step) => stepBody(question, step, asked.length, file));
  return {
    bodies: made.map(({ body }) => body),
    losses: [
      ...(asked.length > 1 ? (['steps-apart'] as const) : []),
      ...(asked.some(({ accept }) => accept) ? (['typing'] as const) : []),
      ...made.flatMap(({ losses }) => losses),
    ],
  };
};

function stepBody(question: QuestionOf<'trace'>, step: Step, of: number, file: MoodleFile) {
  const { say } = file;
  const choice = step.options ? choiceOf(step.options, file) : undefined;
  const why = step.why ? [paragraph(say(step.why))] : [];
  const body: MoodleBody = {
    part: of > 1 ? step.id : '',
    type: choice ? 'multichoice' : 'shortanswer',
    name: question.prompt,
    text: [...beforeStep(question, step, say), ...(step.ask ? [paragraph(say(step.ask))] : [])],
    grade: 1 / of,
    own: choice?.own ?? typedStep(step, why),
    after: afterStep(question, step, say),
    hints: question.hints.map((hint) => html('hint', [paragraph(say(hint))])),
  };
  return { body, losses: choice?.losses ?? [] };
}

/** What a command prints is typed to the letter. */
const typedStep = ({ accept = [] }: Step, why: readonly XmlElement[]): readonly XmlElement[] => [
  xml('usecase', {}, '1'),
  ...typed(accept, true, 100, why),
];
