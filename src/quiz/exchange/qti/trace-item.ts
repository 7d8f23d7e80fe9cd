import type { QuestionOf, Step } from '../../schema.ts';
import { afterStep, askedSteps, beforeStep, paragraph } from '../content.ts';
import { choiceParts } from './choice-item.ts';
import type { QtiBody, QtiFile, QtiMaker } from './qti-body.ts';
import { typedStep } from './typed-item.ts';

/**
 * An item for each step that asks: it shows what ran before with what that printed, and once
 * answered what the step itself printed.
 */
export const traceItem: QtiMaker<QuestionOf<'trace'>> = (question, file) => {
  const asked = askedSteps(question);
  return {
    bodies: asked.map((step) => stepBody(question, step, asked.length > 1, file)),
    losses: [
      ...(asked.length > 1 ? (['steps-apart'] as const) : []),
      ...(asked.some(({ accept }) => accept) ? (['typing'] as const) : []),
    ],
  };
};

function stepBody(
  question: QuestionOf<'trace'>,
  step: Step,
  several: boolean,
  file: QtiFile,
): QtiBody {
  const { say } = file;
  const ask = step.ask ? say(step.ask) : [];
  const shown = beforeStep(question, step, say);
  const common = { part: several ? step.id : '', after: afterStep(question, step, say) };
  if (step.options) {
    const parts = choiceParts(step.options, ask, file);
    return { ...parts, ...common, body: [...shown, ...parts.body], said: [] };
  }
  const parts = typedStep(step.accept ?? []);
  const asks = ask.length > 0 ? [paragraph(ask)] : [];
  return { ...parts, ...common, body: [...shown, ...asks, ...parts.body] };
}
