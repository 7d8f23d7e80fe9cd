import type { Locale, Localized } from '../../i18n/locales.ts';
import { html, type Html } from '../../lib/html.ts';
import { codeWords, inlineText } from './inline-text.ts';

/** A text of a quiz in its language: typography set, backticks as `<code>`. */
export function inlineHtml(text: Localized, locale: Locale): readonly Html[] {
  return inlineText(text[locale], locale).map((part) =>
    part.code ? codeHtml(part.text) : html`${part.text}`,
  );
}

function codeHtml(code: string): Html {
  // Of several lines, each stays a line: see `code[class]` in quiz.css.
  if (code.includes('\n')) return html`<code class="output">${code}</code>`;
  const words = codeWords(code).map((word) =>
    word.whole ? html`<span class="whole">${word.text}</span>` : html`${word.text}`,
  );
  return html`<code>${words}</code>`;
}
