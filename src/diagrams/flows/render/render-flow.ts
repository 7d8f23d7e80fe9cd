import type { MermaidConfig } from 'mermaid';
import type { Browser, Page } from 'playwright-core';
import type { Locale } from '../../../i18n/locales.ts';
import type { Width } from '../../metrics.ts';
import { pictureFile } from '../../picture-address.ts';
import { openRenderer } from '../../render/open-renderer.ts';
import type { Picture } from '../../render/render-picture.ts';
import { flowAddress } from '../flow-address.ts';
import { flowConfig } from '../flow-config.ts';
import { flowMarkup } from '../flow-markup.ts';
import { flowWords, mermaidOf } from '../flow-words.ts';
import type { FlowCase } from '../flow.ts';
import type {} from './flow-page-side.ts';

/** A page of `browser` in which Mermaid draws flows and measures as we do. */
export const openFlowRenderer = (browser: Browser): Promise<Page> =>
  openRenderer(browser, {
    script: '/src/diagrams/flows/render/flow-page-side.ts',
    entry: 'renderFlow',
  });

/** A flow rendered by Mermaid in `page`, cleaned. @throws what Mermaid throws on a bad text. */
export async function renderFlow(
  page: Page,
  flow: FlowCase,
  locale: Locale,
  width: Width,
): Promise<Picture> {
  const { id, model } = flow;
  const { title, sentence } = flowWords(id, locale);
  const text = mermaidOf(flow, locale, width);
  const parts = await page.evaluate(
    ([source, config, drawn]) => globalThis.renderFlow(source, config, drawn),
    [text, flowConfig(model, width) as MermaidConfig, model] as const,
  );
  const markup = flowMarkup(parts, width, { id, title, description: sentence.replaceAll('`', '') });
  return {
    file: pictureFile({ id, locale, width }, flowAddress(text, model, width)),
    content: `${markup}\n`,
  };
}
