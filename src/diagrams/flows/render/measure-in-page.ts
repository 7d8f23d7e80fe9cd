/** Runs in Chromium, before Mermaid: texts measure there by our own table of advances. */
import { measure } from '../../measure.ts';

/** A line of text, in its size: as high as this above and below its baseline. */
const ASCENT = 0.9;
const DESCENT = 0.3;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** How much of a text stands before the place it is anchored at. */
const ANCHORED: Readonly<Record<string, number>> = { middle: 0.5, end: 1 };

/** How far under the place it is set at a text has its baseline. */
const CENTERED: Readonly<Record<string, number>> = { middle: 0.35, central: 0.35 };

/** One line of a text, where the text itself says that it stands. */
export interface Row extends Box {
  readonly text: string;
  readonly baseline: number;
  readonly size: number;
}

const length = (value: string | null, size: number): number => {
  const number = Number.parseFloat(value ?? '0') || 0;
  return value?.endsWith('em') === true ? number * size : number;
};

const isText = (element: Element) => element.localName === 'text' || element.localName === 'tspan';

/** The lines of a text: its own words, or those of each `tspan` that is placed anew. */
export function textRows(element: Element, from = { x: 0, y: 0 }): readonly Row[] {
  const style = getComputedStyle(element);
  const size = Number.parseFloat(style.fontSize);
  const at = (name: string, shift: string, start: number) =>
    (element.hasAttribute(name) ? length(element.getAttribute(name), size) : start) +
    length(element.getAttribute(shift), size);
  const x = at('x', 'dx', from.x);
  const y = at('y', 'dy', from.y);
  const rows = [...element.children].filter(({ localName }) => localName === 'tspan');
  const placed = rows.filter((row) => ['x', 'y', 'dy'].some((name) => row.hasAttribute(name)));
  if (placed.length > 0) {
    let last = { x, y };
    return rows.flatMap((row) => {
      const boxes = textRows(row, last);
      last = { x, y: last.y + length(row.getAttribute('dy'), size) };
      return boxes;
    });
  }
  const text = element.textContent.trim().replace(/ +/g, ' ');
  if (text === '') return [];
  const width = measure(text, size);
  const left = x - width * (ANCHORED[style.textAnchor] ?? 0);
  const baseline = y + size * (CENTERED[style.dominantBaseline] ?? 0);
  const [top, bottom] = [baseline - ASCENT * size, baseline + DESCENT * size];
  return [{ left, right: left + width, top, bottom, text, baseline, size }];
}

function moved({ left, top, right, bottom }: Box, matrix: DOMMatrixReadOnly): Box {
  const corners = [
    [left, top],
    [right, top],
    [left, bottom],
    [right, bottom],
  ].map(([x = 0, y = 0]) => matrix.transformPoint({ x, y }));
  const [xs, ys] = [corners.map(({ x }) => x), corners.map(({ y }) => y)];
  return {
    left: Math.min(...xs),
    right: Math.max(...xs),
    top: Math.min(...ys),
    bottom: Math.max(...ys),
  };
}

const native = SVGGraphicsElement.prototype.getBBox;

function boxes(element: Element): readonly Box[] {
  if (isText(element)) return textRows(element);
  if (element.localName === 'g' || element.localName === 'svg') {
    return [...element.children].flatMap((child) => {
      const matrix = (child as SVGGraphicsElement).transform?.baseVal.consolidate()?.matrix;
      const own = boxes(child);
      return matrix ? own.map((box) => moved(box, DOMMatrixReadOnly.fromMatrix(matrix))) : own;
    });
  }
  if (!(element instanceof SVGGeometryElement)) return [];
  const { x, y, width, height } = native.call(element);
  return [{ left: x, top: y, right: x + width, bottom: y + height }];
}

function union(element: Element): DOMRect {
  const all = boxes(element);
  if (all.length === 0) return new DOMRect();
  const left = Math.min(...all.map((box) => box.left));
  const top = Math.min(...all.map((box) => box.top));
  const right = Math.max(...all.map((box) => box.right));
  const bottom = Math.max(...all.map((box) => box.bottom));
  return new DOMRect(left, top, right - left, bottom - top);
}

/**
 * Makes this page answer for the size of a text what `measure` says: Mermaid then places
 * everything alike in each Chromium, whatever it makes of fonts.
 */
export function measureInPage(): void {
  SVGGraphicsElement.prototype.getBBox = function () {
    return union(this);
  };
  SVGTextContentElement.prototype.getComputedTextLength = function () {
    return union(this).width;
  };
  const rectangle = Element.prototype.getBoundingClientRect;
  Element.prototype.getBoundingClientRect = function () {
    return this instanceof SVGGraphicsElement ? union(this) : rectangle.call(this);
  };
}
