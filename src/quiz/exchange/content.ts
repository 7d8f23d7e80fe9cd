import type { Localized } from '../../i18n/locales.ts';
import type { Question, QuestionOf, Step } from '../schema.ts';
import type { ExchangeContext } from './exchange-context.ts';
import { message, type Say } from './say.ts';
import { xml, type XmlElement, type XmlNode } from './xml/xml.ts';

/** Elements that HTML and QTI both have, with the same meaning. */
export const paragraph = (...children: readonly (XmlNode | readonly XmlNode[])[]): XmlElement =>
  xml('p', {}, ...children);

/** A text, and why it is so: for explanations that stand together after the answer. */
export interface Reason {
  readonly text: Localized;
  readonly why: Localized;
}

/** The reasons of a question as a list, in order where the order is the answer. */
export function reasonList(reasons: readonly Reason[], say: Say, ordered = false): XmlElement {
  return xml(
    ordered ? 'ol' : 'ul',
    {},
    reasons.map(({ text, why }) => xml('li', {}, xml('strong', {}, say(text)), ' ', say(why))),
  );
}

/** What stands after the answer of a question: its explanation, where it is taught, its sources. */
export function afterword(
  quiz: string,
  question: Question,
  context: ExchangeContext,
  say: Say,
): readonly XmlElement[] {
  const section = context.section(quiz, question.section);
  const taught = say(message((t) => t('quiz:taught')));
  const sources = question.sources.flatMap((key) => context.source(key) ?? []);
  return [
    ...(question.explain ? [paragraph(say(question.explain))] : []),
    paragraph(taught, ' ', linked(section.title, section.href, say)),
    ...(sources.length > 0
      ? [
          paragraph(
            say(message((t) => t('quiz:sources'))),
            sources.flatMap(({ title, href }, index) => [
              index > 0 ? ', ' : ' ',
              xml('a', { href }, title),
            ]),
          ),
        ]
      : []),
  ];
}

function linked(title: Localized, href: Localized | undefined, say: Say): readonly XmlNode[] {
  if (href === undefined) return say(title);
  return say(title, (said, locale) => [xml('a', { href: href[locale] }, said)]);
}

/** The steps of a trace that ask something. */
export const askedSteps = ({ steps }: QuestionOf<'trace'>): readonly Step[] =>
  steps.filter(({ options, accept }) => options ?? accept);

/** What a question about a step shows over it: what ran before, and the command itself. */
export function beforeStep(
  { prompt, steps }: QuestionOf<'trace'>,
  step: Step,
  say: Say,
): readonly XmlElement[] {
  const before = steps.slice(0, steps.indexOf(step));
  return [
    paragraph(say(prompt)),
    ...before.flatMap((each) => shownStep(each, say)),
    terminal(step, false),
  ];
}

/** What it shows once answered: what the step printed, and after the last what ran then. */
export function afterStep(
  question: QuestionOf<'trace'>,
  step: Step,
  say: Say,
): readonly XmlElement[] {
  const { steps, captured } = question;
  const isLast = askedSteps(question).at(-1) === step;
  const rest = isLast ? steps.slice(steps.indexOf(step) + 1) : [];
  return [...[step, ...rest].flatMap((each) => shownStep(each, say)), paragraph(say(captured))];
}

const shownStep = (step: Step, say: Say): readonly XmlElement[] => [
  terminal(step, true),
  ...(step.why ? [paragraph(say(step.why))] : []),
];

/** A step as a terminal shows it; without its output while that is asked for. */
function terminal(step: Step, withOutput: boolean): XmlElement {
  const output = withOutput && step.output !== '' ? `\n${step.output.replace(/\n+$/, '')}` : '';
  return xml('pre', {}, `$ ${step.run}${output}`);
}
