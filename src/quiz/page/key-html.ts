import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { attributes, html, type Html } from '../../lib/html.ts';
import { inlineHtml } from './inline-html.ts';
import type { KeyAnswer, KeyItem } from './key-items.ts';
import type { Link } from './links.ts';
import type { ShownQuestion } from './question-html.ts';

/**
 * The answer with every explanation, closed until it is asked for: out of sight and out of the
 * accessibility tree, yet no secret (on a static site nothing is) and found by Ctrl+F.
 * The browser element reads the key and its explanations here: they exist once.
 */
export function keyHtml(shown: ShownQuestion, items: readonly KeyItem[]): Html {
  const { question, n, locale, section, sources } = shown;
  const t = useTranslations(locale);
  const captured =
    question.type === 'trace'
      ? html`<p class="key-links">
          ${t('quiz:trace.captured')} ${inlineHtml(question.captured, locale)}
        </p>`
      : '';
  return html` <details class="question-key" data-place="${t('quiz:placeShort', { n })}">
    <summary>
      <span class="key-ask">${t('quiz:reveal')}</span>
      <span class="key-shown">${t('quiz:answer')}</span>
    </summary>
    <${listOf(question.type)} class="key-items">
      ${items.map((item) => itemHtml(item, locale))}
    </${listOf(question.type)}>
    ${question.explain ? html`<p class="key-explain">${inlineHtml(question.explain, locale)}</p>` : ''}
    ${captured}
    <p class="key-links">
      ${t('quiz:taught')}${' '}
      <a class="key-section" href="${section.href}">${section.title}</a>
    </p>
    ${sources.length > 0 ? sourcesHtml(sources, locale) : ''}
  </details>`;
}

/** What is right comes in an order only where order is what was asked. */
const listOf = (type: string): Html => (type === 'order' || type === 'trace' ? html`ol` : html`ul`);

function itemHtml(item: KeyItem, locale: Locale): Html {
  const { id, right, text, mark, why, ideas, answers, output } = item;
  const named = attributes({
    'data-item': id,
    'data-key': JSON.stringify(right),
    ...ideasOf(ideas),
  });
  return html` <li ${named}>
    ${text.length > 0 ? html`<span class="key-text">${text}</span>${' '}` : ''}
    <b class="key-mark">${mark}</b>
    ${why.length > 0 ? html`${' '}<span class="key-why">${why}</span>` : ''}
    ${output === undefined ? '' : outputHtml(output, locale)}
    ${
      answers.length > 0
        ? html`<ul class="key-answers">
            ${answers.map((each) => answerHtml(each))}
          </ul>`
        : ''
    }
  </li>`;
}

/** Ticking an option shows one idea; what is said of an item may show several. */
function ideasOf(ideas: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const ticked = ideas['true'];
  if (ticked !== undefined && Object.keys(ideas).length === 1) return { 'data-idea': ticked };
  return Object.keys(ideas).length > 0 ? { 'data-ideas': JSON.stringify(ideas) } : {};
}

function outputHtml(output: string, locale: Locale): Html {
  const t = useTranslations(locale);
  return html`<span class="key-output"
    ><span class="key-output-name">${t('quiz:trace.output')}</span
    ><code class="output">${output.trimEnd()}</code></span
  >`;
}

function answerHtml({ said, text, right, why, idea }: KeyAnswer): Html {
  const named = attributes({
    'data-said': JSON.stringify(said),
    'data-right': String(right),
    ...(idea !== undefined && { 'data-idea': idea }),
  });
  return html`<li ${named}>
    <span class="key-text">${text}</span>${' '}<span class="key-why">${why}</span>
  </li>`;
}

function sourcesHtml(sources: readonly Link[], locale: Locale): Html {
  const links = sources.map(
    ({ title, href }, index) => html`${index > 0 ? ', ' : ' '}<a href="${href}">${title}</a>`,
  );
  return html`<p class="key-links">${useTranslations(locale)('quiz:sources')}${links}</p>`;
}
