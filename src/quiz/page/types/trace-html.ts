import { html, type Html } from '../../../lib/html.ts';
import type { QuestionOf, Step } from '../../schema.ts';
import { inlineHtml } from '../inline-html.ts';
import { fieldHtml, labelHtml, wordsOf, type Parts } from './answer-parts.ts';

/**
 * The steps of a trace: each command as it is typed; what is not asked about shows what it printed,
 * what is asked about keeps it in the key until it was predicted.
 */
export function traceHtml({ steps }: QuestionOf<'trace'>, parts: Parts): readonly Html[] {
  return [
    html` <ol class="trace">
      ${steps.map((step) => stepHtml(step, parts))}
    </ol>`,
  ];
}

function stepHtml(step: Step, parts: Parts): Html {
  const { id, run, output, options, accept, ask } = step;
  const command = html`<code class="command">$ ${run}</code>`;
  if (options)
    return html` <li>
      <fieldset class="answer" data-item="${id}">
        <legend class="asks">${command}</legend>
        ${options.map(
          (option) =>
            html` ${labelHtml({ value: option.id, text: inlineHtml(option.text, parts.locale) }, 'radio', `step-${id}`)}`,
        )}
      </fieldset>
    </li>`;
  if (accept)
    return html` <li>
      ${command}
      <div class="answer" data-item="${id}">
        ${fieldHtml({
          id: parts.id,
          item: id,
          label: ask ? inlineHtml(ask, parts.locale) : [html`${wordsOf(parts)('quiz:field.step')}`],
        })}
      </div>
    </li>`;
  return html` <li>${command}<code class="output">${output.trimEnd()}</code></li>`;
}
