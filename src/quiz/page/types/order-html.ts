import { attributes, html, type Html } from '../../../lib/html.ts';
import { scrambled } from '../../grading/shuffle.ts';
import type { QuestionOf } from '../../schema.ts';
import { inlineHtml } from '../inline-html.ts';
import { wordsOf, type Parts } from './answer-parts.ts';

/**
 * What is to be put in order, out of order: without JavaScript each item has its place to be
 * chosen from a list, with it two buttons that move it. The buttons' names end with the item's.
 */
export function orderHtml(
  { id: question, items }: QuestionOf<'order'>,
  parts: Parts,
): readonly Html[] {
  const { id, locale } = parts;
  const t = wordsOf(parts);
  const ranks = items.map((_, index) => html`<option>${index + 1}</option>`);
  const order = scrambled(
    items.map((item) => item.id),
    question,
  );
  const sorted = [...items].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  const button = (item: string, way: 'up' | 'down') => {
    const named = attributes({
      type: 'button',
      class: 'order-move',
      'data-move': way,
      id: `${id}-${item}-${way}`,
      'aria-label': t(`quiz:order.${way}`),
      'aria-labelledby': `${id}-${item}-${way} ${id}-${item}-text`,
      hidden: '',
    });
    return html`<button ${named}>${way === 'up' ? '↑' : '↓'}</button>`;
  };
  return sorted.map(
    (item) =>
      html` <div class="answer" data-item="${item.id}">
        <div class="answer-field order-item">
          <label class="asks" for="${id}-${item.id}-field" id="${id}-${item.id}-text"
            >${inlineHtml(item.text, locale)}</label
          >
          <select id="${id}-${item.id}-field" name="field-${item.id}">
            <option value="">${t('quiz:order.rank')}</option>
            ${ranks}
          </select>
          ${button(item.id, 'up')}${button(item.id, 'down')}
        </div>
      </div>`,
  );
}
