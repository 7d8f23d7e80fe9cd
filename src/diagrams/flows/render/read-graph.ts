/** Runs in Chromium: reads back what Mermaid has drawn of a flowchart or of states. */
import type { TreeNode } from '../../tree.ts';
import { edgeId, type GraphModel, type StatesModel } from '../flow.ts';
import { arrow, group, one, pair, placed, pointsOf, rect, round, words } from './read-shapes.ts';

type Model = GraphModel | StatesModel;

/** Half of the dot that Mermaid draws before the first state and after the last. */
const DOT = 7;

/** The corners of a recommendation. */
const ROUND = 14;

/** What Mermaid leaves to the head of an arrow before the box that it points at. */
const HEADROOM = { graph: 4, states: 0 } as const;

/** Our id of each arrow, and Mermaid's. */
const arrowsOf = (model: Model) =>
  model.kind === 'states'
    ? model.transitions.map(({ id }, index) => ({ id, drawn: `edge${index}` }))
    : model.edges.map((edge) => ({ id: edgeId(edge), drawn: `L_${edge.from}_${edge.to}_0` }));

function readEdge(svg: Element, id: string, drawn: string, gap: number): TreeNode {
  const points = pointsOf(one(svg, `path[data-edge][data-id="${drawn}"]`));
  const [tip, before] = [points.at(-1), points.at(-2)];
  if (!tip || !before) throw new Error(`The arrow ${id} leads nowhere.`);
  const length = Math.hypot(tip.x - before.x, tip.y - before.y) || 1;
  const further = {
    x: tip.x + (gap * (tip.x - before.x)) / length,
    y: tip.y + (gap * (tip.y - before.y)) / length,
  };
  return group('edge', id, arrow(`M${points.map(pair).join('L')}`, further, before));
}

function readNode(node: Element, model: Model): TreeNode {
  const id = /-(?:flowchart|state)-(.+)-\d+$/.exec(node.id)?.[1] ?? '';
  const part = (model.kind === 'states' ? model.states : model.nodes).find((one) => one.id === id);
  if (part) {
    const role = 'role' in part ? part.role : 'state';
    const box = rect(one(node, 'rect.label-container'), role === 'end' ? { rx: ROUND } : {});
    // Mermaid leaves the words of a state that is wider than they are at its start.
    const middle = Number(box[1]['x']) + Number(box[1]['width']) / 2;
    const lines = words(node.querySelectorAll('text')).map(
      ([name, attributes, content]): TreeNode => [
        name,
        { ...attributes, x: round(middle) },
        content,
      ],
    );
    return group(`node ${role} ${part.kind}`, id, [box, ...lines]);
  }
  const { x, y } = placed(node)({ x: 0, y: 0 });
  const box = { x: round(x) - DOT, y: round(y) - DOT, width: 2 * DOT, height: 2 * DOT, rx: DOT };
  const name = id.replace('root_', '');
  return group(name === 'end' ? 'dot last' : 'dot', name, [['rect', box, []]]);
}

/** @throws Error that names the box or the arrow that Mermaid has not drawn. */
export function readGraph(svg: Element, model: Model): readonly TreeNode[] {
  const arrows = arrowsOf(model);
  const labels = arrows.flatMap(({ id, drawn }) => {
    const label = svg.querySelector(`.edgeLabel [data-id="${drawn}"]`);
    const lines = label ? words(label.querySelectorAll('text'), 0) : [];
    return lines.length > 0 ? [group('edge-label', id, lines)] : [];
  });
  return [
    ...arrows.map(({ id, drawn }) => readEdge(svg, id, drawn, HEADROOM[model.kind])),
    ...labels,
    ...[...svg.querySelectorAll('g.node')].map((node) => readNode(node, model)),
  ];
}
