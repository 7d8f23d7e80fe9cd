import { measure } from '../measure.ts';
import { LABEL, NOTE } from '../metrics.ts';
import type { TreeNode } from '../tree.ts';

/** A rectangle that something takes. */
export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const numbers = (text: string) => [...text.matchAll(/-?\d+(?:\.\d+)?/g)].map(Number);

/** Where a path goes: its lines name their ends, `H` and `V` one coordinate of them. */
function pathExtent(d: string): Extent {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [, letter = '', rest = ''] of d.matchAll(/([A-Za-z])([^A-Za-z]*)/g)) {
    numbers(rest).forEach((value, index) => {
      const across = letter === 'H' || (letter !== 'V' && index % 2 === 0);
      (across ? xs : ys).push(value);
    });
  }
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

/** What a line, a box or a text takes, by our own table of advances; nothing for a group. */
export function extentOf([name, attributes, content]: TreeNode): Extent | undefined {
  const value = (key: string) => Number(attributes[key]);
  const [x, y] = [value('x'), value('y')];
  if (name === 'rect') {
    return { left: x, top: y, right: x + value('width'), bottom: y + value('height') };
  }
  if (name === 'path') return pathExtent(`${attributes['d'] ?? ''}`);
  if (name !== 'text' || typeof content !== 'string') return undefined;
  const { size } = attributes['class'] === 'note' ? NOTE : LABEL;
  const half = measure(content, size) / 2;
  return { left: x - half, right: x + half, top: y - 0.8 * size, bottom: y + 0.25 * size };
}

/** What all of them take together. */
export function extentOfAll(nodes: readonly TreeNode[]): Extent {
  const all = nodes.flatMap((node): readonly Extent[] => {
    const own = extentOf(node);
    if (own) return [own];
    return typeof node[2] === 'string' ? [] : [extentOfAll(node[2])];
  });
  return {
    left: Math.min(...all.map(({ left }) => left)),
    top: Math.min(...all.map(({ top }) => top)),
    right: Math.max(...all.map(({ right }) => right)),
    bottom: Math.max(...all.map(({ bottom }) => bottom)),
  };
}
