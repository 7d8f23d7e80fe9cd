import { drawingOf, type Drawing } from '../drawing.ts';
import { mermaidText } from '../mermaid-text.ts';
import { say, type Phrases } from '../phrases.ts';
import { reach } from '../reach.ts';
import type { Marks } from '../svg-tree.ts';
import type { TreeNode } from '../tree.ts';
import type { Bench } from './bench.ts';
import { benchList } from './bench-list.ts';
import { stackOfPieces } from './stack-of-pieces.ts';
import { flawTold, seen, sharing } from './tell.ts';

/** All that is drawn and said of a bench. The build and the page ask the same function. */
export interface BenchView {
  readonly drawing: Drawing;
  readonly marks: Marks | undefined;
  readonly list: TreeNode;
  /** What the rules say of the stack, a sentence each. */
  readonly facts: TreeNode;
  /** What a flaw reaches, and what holds; empty where none is asked about. */
  readonly reached: string;
  readonly held: string;
  /** All of it in one breath. */
  readonly description: string;
  readonly mermaid: string;
}

/** Draws and tells what stands on the bench. */
export function benchView(bench: Bench, phrases: Phrases): BenchView {
  const ground = bench.history.now;
  const stack = stackOfPieces(ground);
  const drawing = drawingOf(stack, phrases);
  const hit = stack.layers.find(({ id }) => id === bench.hit);
  const found = hit && reach(stack, hit);
  const [reached, held] = found ? flawTold(stack, phrases, found) : ['', ''];
  const description = `${seen(stack, phrases)} ${reached} ${held}`.trim();
  const marks = found && {
    hit: found.hit.id,
    reached: found.reached.map(({ id }) => id),
  };
  return {
    drawing,
    marks,
    list: benchList(bench, stack, phrases, found),
    facts: ['ul', {}, sharing(stack, phrases).map((fact) => ['li', {}, fact])],
    reached,
    held,
    description,
    mermaid: mermaidText({ drawing, title: say(phrases, 'title'), description, marks }),
  };
}
