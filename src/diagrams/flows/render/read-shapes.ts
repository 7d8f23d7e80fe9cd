/** Runs in Chromium: what Mermaid has drawn, piece by piece, in the coordinates of the picture. */
import type { TreeNode } from '../../tree.ts';
import { textRows } from './measure-in-page.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Whole pixels, and never minus zero. */
export const round = (value: number): number => Math.round(value) + 0;

export const number = (element: Element, name: string): number =>
  Number(element.getAttribute(name) ?? Number.NaN);

/** From the element's own coordinates to those of the picture. */
export function placed(element: Element): (point: Point) => Point {
  let matrix = new DOMMatrix();
  for (let at: Element | null = element; at && at.localName !== 'svg'; at = at.parentElement) {
    const own = (at as SVGGraphicsElement).transform.baseVal.consolidate()?.matrix;
    if (own) matrix = DOMMatrix.fromMatrix(own).multiply(matrix);
  }
  return ({ x, y }) => {
    const moved = matrix.transformPoint({ x, y });
    return { x: moved.x, y: moved.y };
  };
}

/** The first element that `selector` finds. @throws Error that names it, where there is none. */
export function one(root: Element, selector: string): Element {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`Mermaid drew no ${selector}.`);
  return found;
}

/**
 * The lines of the texts. Those that may stand on an arrow get plain `ground`, and are lifted by
 * so many pixels.
 */
export function words(texts: Iterable<Element>, ground?: number): readonly TreeNode[] {
  return [...texts].flatMap((element) => {
    const place = placed(element);
    return textRows(element).flatMap(({ left, right, baseline, size, text }): TreeNode[] => {
      const { x, y } = place({ x: (left + right) / 2, y: baseline - (ground ?? 0) });
      const note = size < 15 ? { class: 'note' } : {};
      const line: TreeNode = ['text', { ...note, x: round(x), y: round(y) }, text];
      const width = Math.ceil(right - left) + 4;
      const [top, height] = [round(y - size * 0.8), round(size * 1.05)];
      const plain = { class: 'ground', x: round(x - width / 2), y: top, width, height };
      return ground === undefined ? [line] : [['rect', plain, []], line];
    });
  });
}

export function rect(element: Element, more: Readonly<Record<string, number>> = {}): TreeNode {
  const { x, y } = placed(element)({ x: number(element, 'x'), y: number(element, 'y') });
  const size = { width: round(number(element, 'width')), height: round(number(element, 'height')) };
  return ['rect', { x: round(x), y: round(y), ...size, ...more }, []];
}

/** The points that a path names, in order. */
export const pointsOf = (path: Element): readonly Point[] =>
  [...(path.getAttribute('d') ?? '').matchAll(/(-?[\d.]+)[ ,](-?[\d.]+)/g)].map(([, x, y]) =>
    placed(path)({ x: Number(x), y: Number(y) }),
  );

export const pair = ({ x, y }: Point): string => `${round(x)} ${round(y)}`;

/** A line along `d` and the head of its arrow, which ends at `tip` and comes from `from`. */
export function arrow(d: string, tip: Point, from: Point): readonly TreeNode[] {
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const corner = (side: number) =>
    pair({ x: tip.x - 10 * dx - 5 * side * dy, y: tip.y - 10 * dy + 5 * side * dx });
  return [
    ['path', { class: 'line', d }, []],
    ['path', { class: 'head', d: `M${pair(tip)}L${corner(1)} ${corner(-1)}z` }, []],
  ];
}

/** What belongs together: a box and its words, an arrow and its head. */
export const group = (name: string, id: string, content: readonly TreeNode[]): TreeNode => [
  'g',
  { class: name, 'data-id': id },
  content,
];
