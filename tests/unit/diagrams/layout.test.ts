import { expect, test } from 'vitest';
import type { Layout, Shape } from '../../../src/diagrams/layout.ts';
import { MODEL_IDS } from '../../../src/diagrams/models/catalogue.ts';
import { measure } from '../../../src/diagrams/measure.ts';
import { LABEL, NOTE, STRIP, WIDTHS, type Width } from '../../../src/diagrams/metrics.ts';
import { downFrom, framesAround, ridersOf, type Stack } from '../../../src/diagrams/stack.ts';
import { layoutOf } from '../../../src/diagrams/view.ts';
import { ALL_WIDTHS, EVERY_DRAWING } from './every-view.ts';

interface Laid {
  readonly name: string;
  readonly width: Width;
  readonly stack: Stack;
  readonly layout: Layout;
}

const isModel = (id: string) => MODEL_IDS.some((model) => model === id);

/** Stacks in both languages and widths; the many states of the small models by turns. */
const LAID: readonly Laid[] = EVERY_DRAWING.flatMap(({ name, subject, seen }, index) =>
  ALL_WIDTHS.filter((_, turn) => !isModel(subject.id) || turn === index % 2).map((width) => ({
    name: `${name} ${width}`,
    width,
    stack: seen.stack,
    layout: layoutOf(seen, width),
  })),
);

const right = ({ x, width }: Shape) => x + width;
const bottom = ({ y, height }: Shape) => y + height;
const overlap = (a: Shape, b: Shape) =>
  a.x < right(b) && b.x < right(a) && a.y < bottom(b) && b.y < bottom(a);
const holds = (outer: Shape, inner: Shape) =>
  outer.x <= inner.x &&
  right(inner) <= right(outer) &&
  outer.y <= inner.y &&
  bottom(inner) <= bottom(outer);
const shapeOf = ({ shapes }: Layout, id: string) => {
  const shape = shapes.find((candidate) => candidate.id === id);
  if (!shape) throw new Error(`${id} is not drawn`);
  return shape;
};

/** Whether a machine begins between the layer and what carries it. */
const isIsolated = (stack: Stack, rider: string, carrier: string) => {
  const around = (id: string) =>
    framesAround(stack, stack.layers.find((layer) => layer.id === id)?.in ?? null);
  return around(rider)
    .filter((frame) => !around(carrier).includes(frame))
    .some(({ kind }) => /machine|vm|host/.test(kind));
};

test('all parameters, both languages and both widths are laid out', () => {
  const stacks = EVERY_DRAWING.filter(({ subject }) => !isModel(subject.id)).length;
  expect(stacks).toBe(2 * (1 + 12 + 12 + 3 + 9 + 21 + 6 + 2));
  expect(LAID.length).toBe(2 * stacks + (EVERY_DRAWING.length - stacks));
});

/** Looks at each layout; what fails says which it was. */
const inEach = (look: (laid: Laid) => void) => () => {
  for (const laid of LAID) {
    try {
      look(laid);
    } catch (cause) {
      throw new Error(laid.name, { cause });
    }
  }
};

test(
  'fills its width from the left edge to the right, and stands on the ground',
  inEach(({ width, stack, layout }) => {
    expect(layout.width).toBe(WIDTHS[width]);
    const grounds = stack.layers
      .filter(({ on }) => on === null)
      .map(({ id }) => shapeOf(layout, id));
    expect(Math.min(...grounds.map(({ x }) => x))).toBe(0);
    expect(Math.max(...grounds.map(right))).toBe(WIDTHS[width]);
    expect(Math.max(...grounds.map(bottom))).toBe(0);
    for (const shape of layout.shapes) {
      expect(shape.x).toBeGreaterThanOrEqual(0);
      expect(right(shape)).toBeLessThanOrEqual(WIDTHS[width]);
      expect(shape.y).toBeGreaterThanOrEqual(-layout.height);
      for (const value of [shape.x, shape.y, shape.width, shape.height]) {
        expect(Number.isInteger(value)).toBe(true);
      }
    }
  }),
);

test(
  'no plate lies on another, but what is carried in a rack or on a shelf',
  inEach(({ stack, layout }) => {
    const plates = layout.shapes.filter(({ frame }) => !frame);
    for (const a of plates) {
      for (const b of plates) {
        if (a.id >= b.id || !overlap(a, b)) continue;
        const below = (one: Shape, other: Shape) =>
          downFrom(stack, one.id).some(({ id }) => id === other.id);
        const [inner, outer] = below(a, b) ? [a, b] : [b, a];
        expect(below(inner, outer), `${a.id} on ${b.id}`).toBe(true);
        expect(holds(outer, inner), `${inner.id} in ${outer.id}`).toBe(true);
        // It is painted after what carries it.
        expect(layout.shapes.indexOf(inner)).toBeGreaterThan(layout.shapes.indexOf(outer));
      }
    }
  }),
);

test(
  'frames hold what stands in them, and no two of them overlap but when nested',
  inEach(({ stack, layout }) => {
    for (const frame of stack.frames) {
      const box = shapeOf(layout, frame.id);
      for (const layer of stack.layers) {
        const inside = framesAround(stack, layer.in).some(({ id }) => id === frame.id);
        const plate = shapeOf(layout, layer.id);
        const carries = downFrom(stack, layer.id).length < 1;
        if (inside) expect(holds(box, plate), `${layer.id} in ${frame.id}`).toBe(true);
        else if (!carries && overlap(box, plate)) {
          expect(holds(plate, box), `${frame.id} in the rack of ${layer.id}`).toBe(true);
        }
      }
    }
  }),
);

test(
  'a gap is isolation: between machines, and between a machine and what carries it',
  inEach(({ stack, layout }) => {
    for (const carrier of stack.layers) {
      for (const rider of ridersOf(stack, carrier.id)) {
        const [upper, lower] = [shapeOf(layout, rider.id), shapeOf(layout, carrier.id)];
        const racked = holds(lower, upper);
        const distance = lower.y - bottom(upper);
        if (isIsolated(stack, rider.id, carrier.id)) {
          if (!racked) expect(distance).toBeGreaterThanOrEqual(STRIP);
          // In a rack, the paper of the machine is the gap.
          const box = shapeOf(layout, rider.in ?? '');
          if (racked) expect(bottom(box) - bottom(upper)).toBeGreaterThanOrEqual(STRIP);
        } else if (!racked) {
          expect(distance, `${rider.id} touches ${carrier.id}`).toBe(0);
        }
      }
    }
  }),
);

test(
  'every word is there, at full size, inside its box',
  inEach(({ layout }) => {
    for (const shape of layout.shapes) {
      expect(shape.lines.length).toBeGreaterThan(0);
      for (const { text, x, y, note } of shape.lines) {
        const { size, baseline, line } = note ? NOTE : LABEL;
        const across = measure(text, size);
        const left = shape.frame ? x : x - across / 2;
        expect(left, text).toBeGreaterThanOrEqual(shape.x - 0.5);
        expect(left + across, text).toBeLessThanOrEqual(right(shape) + 0.5);
        expect(y - baseline, text).toBeGreaterThanOrEqual(shape.y);
        expect(y - baseline + line, text).toBeLessThanOrEqual(bottom(shape));
      }
    }
  }),
);

test(
  'nothing stands on the words of what carries it',
  inEach(({ layout }) => {
    for (const shape of layout.shapes) {
      const later = layout.shapes.slice(layout.shapes.indexOf(shape) + 1);
      for (const { text, x, y, note } of shape.lines) {
        const { size, baseline, line } = note ? NOTE : LABEL;
        const across = measure(text, size);
        const label = {
          ...shape,
          x: shape.frame ? x : x - across / 2,
          y: y - baseline,
          width: across,
          height: line,
        };
        expect(later.filter((other) => overlap(label, other)).map(({ id }) => id)).toEqual([]);
      }
    }
  }),
);
