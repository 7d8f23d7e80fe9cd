import type { Build } from './builders.ts';
import { drawingOf, type Drawing } from './drawing.ts';
import { layoutStack, type Layout } from './layout.ts';
import { measure } from './measure.ts';
import { mermaidText } from './mermaid-text.ts';
import { WIDTHS, type Width } from './metrics.ts';
import { outline } from './outline.ts';
import type { Parameter, State } from './parameters.ts';
import { placeOf, type Phrases } from './phrases.ts';
import { hitLayer, places, reach } from './reach.ts';
import { reachSentences, sentence } from './sentences.ts';
import { isA, type LayerKind, type Stack } from './stack.ts';
import type { Marks } from './svg-tree.ts';
import type { TreeNode } from './tree.ts';

/** A diagram with its words: all that is needed to state any of its states. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly phrases: Phrases;
  readonly build: Build;
}

/** All that is said and drawn of one state. The build and the page ask the same function. */
export interface View {
  readonly state: State;
  readonly stack: Stack;
  readonly drawing: Drawing;
  readonly sentence: string;
  /** What an attack reaches, and what holds; empty where none is marked. */
  readonly reached: string;
  readonly held: string;
  /** What a listener hears of a change: one sentence. */
  readonly announcement: string;
  /** All of it in one breath. */
  readonly description: string;
  readonly marks: Marks | undefined;
  readonly mermaid: string;
  readonly list: TreeNode;
  /** Where an attack on the marked layer can start; empty where there is one such layer only. */
  readonly places: readonly string[];
}

/** A layer that the stack lacks cannot fail. */
export const canFail = ({ layers }: Stack, kind: string): boolean =>
  kind === 'none' || layers.some((layer) => isA(layer, kind as LayerKind));

/** Whether it matters where an attack starts: the layer stands in several frames. */
const isRepeated = ({ layers }: Stack, kind: string | undefined) =>
  layers.filter((layer) => layer.kind === kind && layer.in !== null).length > 1;

/** The state without what this stack cannot answer. */
function settle(stack: Stack, state: State): State {
  const { hit, at } = state;
  if (hit === undefined) return state;
  const matters = isRepeated(stack, hit) && Number(at) <= places(stack).length;
  return {
    ...state,
    ...(canFail(stack, hit) ? {} : { hit: 'none' }),
    ...(matters ? {} : { at: '1' }),
  };
}

/** The state that marks exactly this layer, or none where the layer is not to be marked. */
export function stateHitting({ stack, state }: View, id: string): State | undefined {
  const hit = stack.layers.find((layer) => layer.id === id)?.kind ?? '';
  const at = places(stack).findIndex((_, index) => hitLayer(stack, hit, index + 1)?.id === id);
  return at < 0 ? undefined : { ...state, hit, at: `${at + 1}` };
}

/** States one state of a diagram. */
export function view({ id, title, phrases, parameters, build }: Subject, asked: State): View {
  const stack = build(asked);
  const state = settle(stack, asked);
  const { hit = 'none', at } = state;
  const struck = hitLayer(stack, hit, Number(at));
  const found = struck && reach(stack, struck);
  const drawing = drawingOf(stack, phrases);
  const seen = sentence(phrases, id, parameters, state);
  const [reached, held] = found ? reachSentences(phrases, stack, found) : ['', ''];
  const description = `${seen} ${reached} ${held}`.trim();
  const marks = found && {
    hit: found.hit.id,
    reached: found.reached.map((layer) => layer.id),
  };
  return {
    state,
    stack,
    drawing,
    sentence: seen,
    reached,
    held,
    announcement: reached || seen,
    description,
    marks,
    mermaid: mermaidText(drawing, title, description, marks),
    list: outline(stack, phrases, found),
    places: isRepeated(stack, hit)
      ? places(stack).map((place) => placeOf(phrases, stack, place))
      : [],
  };
}

export const layoutOf = ({ drawing }: View, width: Width): Layout =>
  layoutStack(drawing, WIDTHS[width], measure);
