/** Runs in Chromium: reads back what Mermaid has drawn. */
import type { Layout, Shape } from '../layout.ts';

const number = (element: Element, name: string) => Number(element.getAttribute(name) ?? Number.NaN);

/** Where the element's own coordinates begin, from the `translate`s around it. */
function origin(element: Element): { x: number; y: number } {
  const [x = 0, y = 0] =
    /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/
      .exec(element.getAttribute('transform') ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  return { x, y };
}

function readShape(group: Element): Shape {
  const box = group.querySelector(':scope > rect');
  if (!box) throw new Error(`${group.getAttribute('data-id') ?? '?'} has no rectangle.`);
  const { x, y } = origin(group);
  return {
    id: group.getAttribute('data-id') ?? '',
    kind: (group.getAttribute('data-kind') ?? '') as Shape['kind'],
    x: x + number(box, 'x'),
    y: y + number(box, 'y'),
    width: number(box, 'width'),
    height: number(box, 'height'),
    lines: [...group.querySelectorAll('tspan.row')].map((row) => ({
      text: row.textContent,
      x: number(row, 'x'),
      y: number(row, 'y'),
      note: row.classList.contains('note'),
    })),
    frame: group.classList.contains('cluster'),
    dashed: group.hasAttribute('data-dashed'),
  };
}

/**
 * The rectangles and lines of a rendering, in the order in which Mermaid painted them. The rest
 * (its style sheet, inline styles, filters, gradients, empty groups) is left behind.
 */
export function readRendering(markup: string): Layout {
  // Mermaid writes HTML (`&nbsp;`), which an XML parser refuses.
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const shapes = [...page.querySelectorAll('svg g.root > g[data-id]')].map(readShape);
  if (shapes.length === 0) throw new Error('The rendering holds no shape of ours.');
  return {
    width: Math.max(...shapes.map(({ x, width }) => x + width)),
    height: -Math.min(...shapes.map(({ y }) => y)),
    shapes,
  };
}
