import type { Diagram } from './catalogue.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { layoutStack } from './layout.ts';
import { measure } from './measure.ts';
import { mermaidText } from './mermaid-text.ts';
import { WIDTHS, type Width } from './metrics.ts';
import { outline } from './outline.ts';
import type { State } from './parameters.ts';
import { placeOf, say, type Phrases } from './phrases.ts';
import { hitLayer, places } from './reach.ts';
import { heldSentence, reachIn, reachSentence, sentence } from './sentences.ts';
import { isA, type LayerKind, type Stack } from './stack.ts';
import { svgTree } from './svg-tree.ts';
import type { TreeNode } from './tree.ts';

/** A diagram with its words: all that is needed to state any of its states. */
export interface Subject extends Diagram {
  readonly id: string;
  readonly title: string;
  readonly phrases: Phrases;
}

/** All that is said and drawn of one state. The build and the page ask the same function. */
export interface View {
  readonly state: State;
  readonly stack: Stack;
  readonly drawing: Drawing;
  readonly sentence: string;
  /** What an attack reaches, then what holds; empty where none is marked. */
  readonly reach: readonly string[];
  readonly mermaid: string;
  readonly list: TreeNode;
  readonly announcement: string;
  /** The layers that can fail here, and the places that an attack on the marked one can start from. */
  readonly targets: readonly string[];
  readonly places: readonly string[];
  readonly picture: (width: Width) => TreeNode;
}

/** Whether it matters where an attack starts: the layer stands in several frames. */
const isRepeated = (stack: Stack, hit: string | undefined) =>
  stack.layers.filter((layer) => layer.kind === hit && layer.in !== null).length > 1;

/** A layer that this stack lacks cannot fail, and an attack starts where something runs. */
function settle(stack: Stack, state: State): State {
  const { hit, at } = state;
  if (hit === undefined) return state;
  const exists = stack.layers.some((layer) => isA(layer, hit as LayerKind));
  const matters = isRepeated(stack, hit) && Number(at) <= places(stack).length;
  return { ...state, ...(exists ? {} : { hit: 'none' }), ...(matters ? {} : { at: '1' }) };
}

/** The state that marks exactly this layer, or none where the layer is not to be marked. */
export function stateHitting({ stack, state }: View, id: string): State | undefined {
  const kind = stack.layers.find((layer) => layer.id === id)?.kind ?? '';
  const at = places(stack).findIndex((_, index) => hitLayer(stack, kind, index + 1)?.id === id);
  return at < 0 ? undefined : { ...state, hit: kind, at: `${at + 1}` };
}

/** States one state of a diagram. */
export function view(subject: Subject, asked: State): View {
  const { id, title, phrases, parameters, build } = subject;
  const stack = build(asked);
  const state = settle(stack, asked);
  const drawing = drawingOf(stack, phrases);
  const found = reachIn(stack, state);
  const seen = sentence(phrases, id, parameters, state);
  const reach = found ? [reachSentence(phrases, stack, found), heldSentence(phrases, found)] : [];
  const reached = found?.reached.map((layer) => layer.id) ?? [];
  const marks = found && { hit: found.hit.id, reached, measure };
  return {
    state,
    stack,
    drawing,
    sentence: seen,
    reach,
    mermaid: mermaidText(drawing, title, [seen, ...reach].join(' '), marks),
    list: outline(stack, phrases, found),
    announcement: found
      ? say(phrases, 'announce-reach', { n: reached.length, total: stack.layers.length })
      : say(phrases, 'announce', { n: stack.layers.length }),
    targets: (parameters.find(({ kind }) => kind === 'hit')?.values ?? []).filter(
      (kind) => kind === 'none' || stack.layers.some((layer) => isA(layer, kind as LayerKind)),
    ),
    places: isRepeated(stack, state['hit'])
      ? places(stack).map((layer) => placeOf(phrases, stack, layer))
      : [],
    picture: (width) =>
      svgTree(
        layoutStack(drawing, WIDTHS[width], measure),
        { prefix: `${id}-${width}`, title, description: [seen, ...reach].join(' ') },
        marks,
      ),
  };
}
