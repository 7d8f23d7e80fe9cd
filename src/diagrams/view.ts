import { drawingOf, type Drawing } from './drawing.ts';
import { layoutStack, type Layout } from './layout.ts';
import { measure } from './measure.ts';
import { WIDTHS, type Width } from './metrics.ts';
import type { Parameter, State } from './parameters.ts';
import { placeOf, say, type Phrases } from './phrases.ts';
import { hitLayer, places, reach, type Reach } from './reach.ts';
import { reachSentences, sentence } from './sentences.ts';
import type { Stack } from './stack.ts';
import type { Marks } from './svg-tree.ts';

/** A diagram with its words: all that is needed to state any of its states. */
export interface Subject {
  readonly id: string;
  readonly title: string;
  readonly parameters: readonly Parameter[];
  readonly phrases: Phrases;
  readonly build: (state: State) => Stack;
}

/** All that is said and drawn of one state. The build and the page ask the same function. */
export interface View {
  readonly title: string;
  readonly phrases: Phrases;
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
  readonly reach: Reach | undefined;
  /** Where an attack on the marked layer can start; empty where there is one such layer only. */
  readonly places: readonly string[];
}

/** A layer that the stack lacks cannot fail. */
export const canFail = (stack: Stack, hit: string): boolean =>
  hit === 'none' || !!hitLayer(stack, hit, 1);

/** Whether it matters where an attack starts: another place, another layer. */
const isRepeated = (stack: Stack, kind: string) =>
  new Set(places(stack).map((_, index) => hitLayer(stack, kind, index + 1))).size > 1;

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

/** The state that marks exactly this layer; none where it is not to be marked. */
export function stateHitting(
  parameters: readonly Parameter[],
  { stack, state }: View,
  id: string,
): State | undefined {
  const hits = parameters.find(({ kind }) => kind === 'hit')?.values ?? [];
  const starts = places(stack).length || 1;
  for (const hit of hits) {
    for (let at = 1; at <= starts; at += 1) {
      if (hitLayer(stack, hit, at)?.id === id) return { ...state, hit, at: `${at}` };
    }
  }
  return undefined;
}

/** States one state of a diagram. */
export function view({ id, title, phrases, parameters, build }: Subject, asked: State): View {
  const stack = build(asked);
  const state = settle(stack, asked);
  const { hit = 'none', at } = state;
  const struck = hitLayer(stack, hit, Number(at));
  const found = struck && reach(stack, struck);
  const drawing = drawingOf(stack, phrases);
  const { says } = stack;
  const seen = says
    ? say(phrases, says.key, says.values)
    : sentence(phrases, id, parameters, state);
  const [reached, held] = found ? reachSentences(phrases, stack, found) : ['', ''];
  const description = `${seen} ${reached} ${held}`.trim();
  const marks = found && {
    hit: found.hit.id,
    reached: found.reached.map((layer) => layer.id),
  };
  return {
    title,
    phrases,
    state,
    stack,
    drawing,
    sentence: seen,
    reached,
    held,
    announcement: reached || seen,
    description,
    marks,
    reach: found,
    places: isRepeated(stack, hit)
      ? places(stack).map((place) => placeOf(phrases, stack, place))
      : [],
  };
}

export const layoutOf = ({ drawing }: View, width: Width): Layout =>
  layoutStack(drawing, WIDTHS[width], measure);
