import type { QuestionOf, Step } from '../../schema.ts';
import { paragraph, terminal } from '../content.ts';
import { choiceParts } from './choice-item.ts';
import type { QtiBody, QtiFile, QtiMaker } from './qti-body.ts';
import { typedStep } from './typed-item.ts';

/**
 * An item for each step that asks: it shows what ran before with what that printed, and once
 * answered what the step itself printed.
 */
export const traceItem: QtiMaker<QuestionOf<'trace'>> = (question, file) => {
  const asked = question.steps.filter(({ options, accept }) => options ?? accept);
  return {
    bodies: asked.map((step) => stepBody(question, step, asked.length > 1, file)),
    losses: [
      ...(asked.length > 1 ? (['steps-apart'] as const) : []),
      ...(asked.some(({ accept }) => accept) ? (['typing'] as const) : []),
    ],
  };
};

function stepBody(
  { prompt, captured, steps }: QuestionOf<'trace'>,
  step: Step,
  several: boolean,
  file: QtiFile,
): QtiBody {
  const { say } = file;
  const before = steps.slice(0, steps.indexOf(step));
  const ask = step.ask ? say(step.ask) : [];
  const shown = [
    paragraph(say(prompt)),
    ...before.map((each) => terminal(each, true)),
    terminal(step, false),
  ];
  const common = {
    part: several ? step.id : '',
    after: [
      terminal(step, true),
      ...(step.why ? [paragraph(say(step.why))] : []),
      paragraph(say(captured)),
    ],
  };
  if (step.options) {
    const parts = choiceParts(step.options, ask, file);
    return { ...parts, ...common, body: [...shown, ...parts.body], said: [] };
  }
  const parts = typedStep(step.accept ?? []);
  const asks = ask.length > 0 ? [paragraph(ask)] : [];
  return { ...parts, ...common, body: [...shown, ...asks, ...parts.body] };
}
