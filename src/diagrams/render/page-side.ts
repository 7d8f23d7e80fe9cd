/** Loaded by the page that `open-renderer.ts` opens: Mermaid, our layout, and what reads it back. */
import mermaid from 'mermaid';
import type { Layout } from '../layout.ts';
import { MERMAID_CONFIG } from '../mermaid-config.ts';
import type { Width } from '../metrics.ts';
import { readRendering } from './read-rendering.ts';
import { STACK_LAYOUTS } from './stack-layout.ts';

const LAYOUT = { wide: 'stack', narrow: 'stack.narrow' } as const satisfies Record<Width, string>;

declare global {
  /** Renders one text with Mermaid itself. Throws what Mermaid throws on a bad one. */
  var renderText: (text: string, width: Width) => Promise<Layout>;
}

mermaid.registerLayoutLoaders(STACK_LAYOUTS);

globalThis.renderText = async (text, width) => {
  mermaid.initialize({ ...MERMAID_CONFIG, layout: LAYOUT[width] });
  const { svg } = await mermaid.render('picture', text);
  return readRendering(svg);
};
