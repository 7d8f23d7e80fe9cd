import type { Locale } from '../i18n/locales.ts';
import { shownDiagram } from './shown-diagram.ts';
import './stack.css';

/**
 * A stack of the catalogue in its first state, as a picture for a column of text: the narrow one.
 * Each layer has its id as `data-id`; ids of the page inside it begin with `prefix`, so that it may
 * stand there again.
 * @throws Error for an unknown id, and for a picture that is missing or stale.
 */
export function stackPicture(id: string, locale: Locale, prefix: string): string {
  const { pictures } = shownDiagram(id, locale);
  const narrow = pictures.find(({ width }) => width === 'narrow')?.svg ?? '';
  return narrow.replaceAll(`"${id}-narrow-`, `"${prefix}-picture-`);
}
