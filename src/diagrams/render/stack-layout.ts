/** Runs in Chromium, inside Mermaid: the layout `stack`, registered beside Mermaid's own. */
import type { LayoutLoaderDefinition } from 'mermaid';
import type { Drawing } from '../drawing.ts';
import { layoutStack, type Shape } from '../layout.ts';
import { measure } from '../measure.ts';
import { WIDTHS, type Width } from '../metrics.ts';
import { FRAME_KINDS, LAYER_KINDS } from '../stack.ts';
import type { Line } from '../words.ts';

type Algorithm = Awaited<ReturnType<LayoutLoaderDefinition['loader']>>;
type LayoutData = Parameters<Algorithm['render']>[0];
type MermaidNode = LayoutData['nodes'][number];
type Helpers = Parameters<Algorithm['render']>[2];
type Group = Parameters<Helpers['insertNode']>[0];

/** Mermaid keeps character references out of its grammar by these signs. */
const decode = (text: string) => text.replaceAll('ﬂ°quot¶ß', '"');

function words(node: MermaidNode) {
  const [label = '', note = ''] = decode(node.label ?? '').split('<br>');
  return { id: node.id, label, note, in: node.parentId ?? null };
}

/** The kind is the class that `class … kind` gave. */
function kindOf<Kind extends string>(node: MermaidNode, kinds: readonly Kind[]): Kind {
  const classes = (node.cssClasses ?? '').split(' ');
  const kind = kinds.find((name) => classes.includes(name));
  if (kind === undefined)
    throw new Error(`${node.id}: its class names none of ${kinds.join(', ')}.`);
  return kind;
}

/** What Mermaid parsed, as the layout wants it: `a ~~~ b` says that a rests on b. */
export function drawingOf({ nodes, edges }: LayoutData): Drawing {
  return {
    plates: nodes
      .filter((node) => !node.isGroup)
      .map((node) => ({
        ...words(node),
        kind: kindOf(node, LAYER_KINDS),
        on: edges.find(({ start }) => start === node.id)?.end ?? null,
      })),
    boxes: nodes
      .filter((node) => node.isGroup)
      .map((node) => ({ ...words(node), kind: kindOf(node, FRAME_KINDS) })),
  };
}

/** Moves the rows of a label that Mermaid has drawn to where the layout wants them. */
function placeRows(group: Element, lines: readonly Line[]): void {
  const rows = [...group.querySelectorAll('tspan.row')];
  if (rows.length !== lines.length) {
    throw new Error(`Mermaid drew ${rows.length} lines where the layout has ${lines.length}.`);
  }
  rows.forEach((row, index) => {
    const line = lines[index];
    if (!line) return;
    row.setAttribute('x', `${line.x}`);
    row.setAttribute('y', `${line.y}`);
    row.setAttribute('dy', '0');
    if (line.note) row.classList.add('note');
  });
}

async function draw(
  node: MermaidNode,
  shape: Shape,
  root: Group,
  helpers: Helpers,
  data: LayoutData,
) {
  node.label = shape.lines.map(({ text }) => text).join('<br>');
  node.width = shape.width;
  node.height = shape.height;
  node.x = shape.x + shape.width / 2;
  node.y = shape.y + shape.height / 2;
  node.padding = 0;
  node.minWidth = 0;
  if (node.isGroup) {
    await helpers.insertCluster(root, node);
    return;
  }
  const group = await helpers.insertNode(root, node, { config: data.config, dir: 'TB' });
  group.attr('transform', `translate(${node.x}, ${node.y})`);
}

const algorithm: Algorithm = {
  async render(data, svg, helpers, options) {
    const width = (options?.algorithm ?? 'wide') as Width;
    const layout = layoutStack(drawingOf(data), WIDTHS[width], measure);
    const root = svg.select<SVGGElement>('g').insert('g').attr('class', 'root');
    for (const shape of layout.shapes) {
      const node = data.nodes.find(({ id }) => id === shape.id);
      if (!node) throw new Error(`The layout has invented ${shape.id}.`);
      await draw(node, shape, root as unknown as Group, helpers, data);
      const group = root.node()?.lastElementChild;
      if (!group) throw new Error(`Mermaid drew nothing for ${shape.id}.`);
      group.setAttribute('data-id', shape.id);
      group.setAttribute('data-kind', shape.kind);
      group.toggleAttribute('data-dashed', shape.dashed);
      placeRows(group, shape.lines);
    }
  },
};

/** `stack` for pages, `stack.narrow` for phones: one algorithm at two widths. */
export const STACK_LAYOUTS: LayoutLoaderDefinition[] = [
  { name: 'stack', algorithm: 'wide', loader: () => Promise.resolve(algorithm) },
  { name: 'stack.narrow', algorithm: 'narrow', loader: () => Promise.resolve(algorithm) },
];
