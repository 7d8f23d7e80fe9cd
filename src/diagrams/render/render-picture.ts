import type { Page } from 'playwright-core';
import type { Locale } from '../../i18n/locales.ts';
import type { Width } from '../metrics.ts';
import { pictureAddress, pictureFile } from '../picture-address.ts';
import { captionOf, layoutOf, stateDiagram } from '../picture-source.ts';
import { svgMarkup } from '../svg-markup.ts';
import { svgTree } from '../svg-tree.ts';
import { renderText } from './open-renderer.ts';

export interface Picture {
  readonly file: string;
  readonly markup: string;
}

/** The first state of a diagram, rendered by Mermaid in `page` and cleaned. */
export async function renderPicture(
  page: Page,
  id: string,
  locale: Locale,
  width: Width,
): Promise<Picture> {
  const statement = stateDiagram(id, locale);
  const address = pictureAddress(statement.mermaid, layoutOf(statement.drawing, width));
  const rendering = await renderText(page, statement.mermaid, width);
  return {
    file: pictureFile({ id, locale, width }, address),
    markup: `${svgMarkup(svgTree(rendering, captionOf(id, width, statement)))}\n`,
  };
}
