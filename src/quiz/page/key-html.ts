import type { Locale } from '../../i18n/locales.ts';
import { useTranslations } from '../../i18n/translations.ts';
import { html, type Html } from '../../lib/html.ts';
import { inlineHtml } from './inline-html.ts';
import type { Link } from './links.ts';
import type { ShownItem, ShownQuestion } from './question-html.ts';

/**
 * The answer with every explanation, closed until it is asked for: out of sight and out of the
 * accessibility tree, yet no secret (on a static site nothing is) and found by Ctrl+F.
 * The browser element reads the key and its explanations here: they exist once.
 */
export function keyHtml(shown: ShownQuestion, items: readonly ShownItem[]): Html {
  const { question, n, locale, section, sources } = shown;
  const t = useTranslations(locale);
  const marks =
    question.type === 'rows'
      ? ([t('quiz:mark.false'), t('quiz:mark.true')] as const)
      : ([t('quiz:mark.wrong'), t('quiz:mark.right')] as const);
  const answers = items.map(
    (item) =>
      html` <li data-item="${item.id}" data-key="${String(item.right)}">
        <span class="key-text">${item.text}</span>
        <b class="key-mark">${marks[item.right ? 1 : 0]}</b>${' '}
        <span class="key-why">${inlineHtml(item.why, locale)}</span>
      </li>`,
  );
  return html` <details class="question-key" data-place="${t('quiz:placeShort', { n })}">
    <summary>
      <span class="key-ask">${t('quiz:reveal')}</span>
      <span class="key-shown">${t('quiz:answer')}</span>
    </summary>
    <ul class="key-items">
      ${answers}
    </ul>
    ${question.explain ? html`<p class="key-explain">${inlineHtml(question.explain, locale)}</p>` : ''}
    <p class="key-links">
      ${t('quiz:taught')}${' '}
      <a class="key-section" href="${section.href}">${section.title}</a>
    </p>
    ${sources.length > 0 ? sourcesHtml(sources, locale) : ''}
  </details>`;
}

function sourcesHtml(sources: readonly Link[], locale: Locale): Html {
  const links = sources.map(
    ({ title, href }, index) => html`${index > 0 ? ', ' : ' '}<a href="${href}">${title}</a>`,
  );
  return html`<p class="key-links">${useTranslations(locale)('quiz:sources')}${links}</p>`;
}
