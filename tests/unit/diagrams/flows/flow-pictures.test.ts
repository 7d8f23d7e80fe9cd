import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { flowAddress } from '../../../../src/diagrams/flows/flow-address.ts';
import { FLOW_CASES } from '../../../../src/diagrams/flows/flow-catalogue.ts';
import { mermaidOf } from '../../../../src/diagrams/flows/flow-words.ts';
import { measure } from '../../../../src/diagrams/measure.ts';
import { WIDTHS, type Width } from '../../../../src/diagrams/metrics.ts';
import { pictureFile } from '../../../../src/diagrams/picture-address.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { files, partsOf, type Box } from './drawn-parts.ts';

const ALL_WIDTHS = Object.keys(WIDTHS) as Width[];

const wanted = FLOW_CASES.flatMap((flow) =>
  LOCALES.flatMap((locale) =>
    ALL_WIDTHS.map((width) => {
      const address = flowAddress(mermaidOf(flow, locale, width), flow.model, width);
      return { flow, width, file: pictureFile({ id: flow.id, locale, width }, address) };
    }),
  ),
);

const overlap = (one: Box, other: Box) =>
  one.x < other.x + other.width &&
  other.x < one.x + one.width &&
  one.y < other.y + other.height &&
  other.y < one.y + one.height;

test('the committed pictures of flows are all there, up to date, and no others', () => {
  expect(Object.keys(files).sort()).toEqual(wanted.map(({ file }) => file).sort());
});

test('an address changes with the text, the model, and the width', () => {
  const [one, other] = FLOW_CASES;
  if (!one || !other) throw new Error('no flows');
  const address = flowAddress('text', one.model, 'wide');
  expect(flowAddress('text', one.model, 'wide')).toBe(address);
  expect(flowAddress('text ', one.model, 'wide')).not.toBe(address);
  expect(flowAddress('text', other.model, 'wide')).not.toBe(address);
  expect(flowAddress('text', one.model, 'narrow')).not.toBe(address);
});

describe.each(wanted)('$file', ({ flow, width, file }) => {
  const markup = files[file] ?? '';
  const parts = partsOf(markup);
  const nodes = parts.filter(({ kind }) => kind.startsWith('node'));

  test('is light, clean, named, and as wide as its width', () => {
    expect(gzipSync(markup).length).toBeLessThan(3000);
    expect(markup).not.toMatch(/<style|style=|foreignObject|marker|<script|on\w+=|href|NaN/);
    // Whole pixels only.
    expect(markup).not.toMatch(/ (?:x|y|d|width|height|viewBox)="[^"]*\.\d/);
    const head =
      /^<svg class="flow" viewBox="-?\d+ -?\d+ (\d+) \d+" role="img" aria-labelledby="([^"]+)" aria-describedby="([^"]+)"><title id="\2">[^<]+<\/title><desc id="\3">[^<]+/.exec(
        markup,
      );
    expect(Number(head?.[1])).toBe(WIDTHS[width]);
  });

  test('draws every part of the model, and lights nothing that it does not draw', () => {
    const ids = new Set(parts.map(({ id }) => id));
    const { model } = flow;
    const named =
      model.kind === 'sequence'
        ? [...model.participants, ...model.messages]
        : model.kind === 'states'
          ? [...model.states, ...model.transitions]
          : model.nodes;
    expect(named.filter(({ id }) => !ids.has(id))).toEqual([]);
    expect(flow.steps.flatMap(({ lights }) => lights).filter((id) => !ids.has(id))).toEqual([]);
  });

  test('keeps the words of a box inside it, and boxes apart', () => {
    const stray = nodes.flatMap(({ id, boxes, lines }) =>
      lines
        .filter(({ text, x, y, size }) => {
          const half = measure(text, size) / 2;
          const [box] = boxes;
          return (
            !box ||
            x - half < box.x + 1 ||
            x + half > box.x + box.width - 1 ||
            y - 0.75 * size < box.y ||
            y + 0.25 * size > box.y + box.height
          );
        })
        .map(({ text }) => `${id}: ${text}`),
    );
    expect(stray).toEqual([]);
    const boxes = nodes.flatMap(({ id, boxes: own }) => own.map((box) => ({ id, ...box })));
    const meeting = boxes.flatMap((one, index) =>
      boxes
        .slice(index + 1)
        .filter((other) => overlap(one, other))
        .map((other) => `${one.id} meets ${other.id}`),
    );
    expect(meeting).toEqual([]);
  });

  test('lets no words of an arrow run into others, into a box, or into a number', () => {
    const grounds = parts.flatMap(({ id, boxes }) =>
      boxes.filter(({ kind }) => kind === 'ground').map((box) => ({ id, ...box })),
    );
    const others = [
      ...grounds,
      ...nodes.flatMap(({ id, boxes }) => boxes.map((box) => ({ id, ...box }))),
      ...parts.flatMap(({ id, boxes }) =>
        boxes.filter(({ kind }) => kind === 'disc').map((box) => ({ id, ...box })),
      ),
    ];
    // Grounds are 2 px wider than their words on either side.
    const slim = (box: Box) => ({
      ...box,
      x: box.x + 3,
      width: box.width - 6,
      height: box.height - 3,
    });
    const meeting = grounds.flatMap((one) =>
      others
        .filter((other) => other !== one && overlap(slim(one), slim(other)))
        .filter((other) => !(other.id === one.id && other.kind === 'ground'))
        .map((other) => `${one.id} meets ${other.id}`),
    );
    expect(meeting).toEqual([]);
  });

  test('breaks no word, and begins no line with a mark that belongs to the word before', () => {
    const lines = parts.flatMap((part) => part.lines.map(({ text }) => text));
    expect(lines.filter((text) => /^[;:!?»]/.test(text) || /-$/.test(text))).toEqual([]);
    const whole = new Set(
      mermaidOf(flow, file.includes('.fr.') ? 'fr' : 'en', width).match(/[\p{L}\d’.-]+/gu),
    );
    const words = lines.flatMap((text) => text.match(/[\p{L}\d’.-]+/gu) ?? []);
    expect(words.filter((word) => !whole.has(word) && !/^\d$/.test(word))).toEqual([]);
  });
});
