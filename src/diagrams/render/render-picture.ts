import type { Page } from 'playwright-core';
import type { Locale } from '../../i18n/locales.ts';
import { mermaidText } from '../mermaid-text.ts';
import type { Width } from '../metrics.ts';
import { pictureAddress, pictureFile } from '../picture-address.ts';
import { pictureMarkup } from '../picture-markup.ts';
import { firstView, subjectOf } from '../picture-source.ts';
import { layoutOf } from '../view.ts';
import { renderText } from './open-renderer.ts';

export interface Picture {
  readonly file: string;
  readonly content: string;
}

/** The first state of a diagram, rendered by Mermaid in `page` and cleaned. */
export async function renderPicture(
  page: Page,
  id: string,
  locale: Locale,
  width: Width,
): Promise<Picture> {
  const subject = subjectOf(id, locale);
  const first = firstView(subject);
  const mermaid = mermaidText(first);
  const rendering = await renderText(page, mermaid, width);
  const caption = {
    prefix: `${id}-${width}`,
    title: subject.title,
    description: first.sentence,
  };
  return {
    file: pictureFile({ id, locale, width }, pictureAddress(mermaid, layoutOf(first, width))),
    content: `${pictureMarkup(rendering, caption)}\n`,
  };
}
