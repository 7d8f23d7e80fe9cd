/** Loaded by the page that `open-renderer.ts` opens: Mermaid, measured by us, and what reads it back. */
import mermaid, { type MermaidConfig } from 'mermaid';
import type { TreeNode } from '../../tree.ts';
import type { FlowModel } from '../flow.ts';
import { measureInPage } from './measure-in-page.ts';
import { readGraph } from './read-graph.ts';
import { readSequence } from './read-sequence.ts';

declare global {
  /** Renders one text with Mermaid itself. Throws what Mermaid throws on a bad one. */
  var renderFlow: (
    text: string,
    config: MermaidConfig,
    model: FlowModel,
  ) => Promise<readonly TreeNode[]>;
}

measureInPage();

globalThis.renderFlow = async (text, config, model) => {
  mermaid.initialize(config);
  const { svg } = await mermaid.render('picture', text);
  // Mermaid writes HTML (`&nbsp;`), which an XML parser refuses. Styles are known in a page only.
  const drawn = new DOMParser().parseFromString(svg, 'text/html').querySelector('svg');
  if (!drawn) throw new Error('Mermaid drew nothing.');
  document.body.append(drawn);
  try {
    return model.kind === 'sequence' ? readSequence(drawn, model) : readGraph(drawn, model);
  } finally {
    drawn.remove();
  }
};
