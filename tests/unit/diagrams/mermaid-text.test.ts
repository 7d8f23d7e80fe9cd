import { describe, expect, test } from 'vitest';
import { mermaidText } from '../../../src/diagrams/mermaid-text.ts';
import { EVERY_VIEW } from './every-view.ts';

describe('the Mermaid text of every state', () => {
  test('names all that is drawn, once', () => {
    for (const { name, subject, seen } of EVERY_VIEW) {
      const lines = mermaidText(seen)
        .split('\n')
        .map((line) => line.trim());
      const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
      expect(lines[0], name).toBe('flowchart TB');
      expect(lines, name).toContain(`accTitle: ${subject.title}`);
      expect(lines, name).toContain(`accDescr: ${seen.description}`);
      const rests = seen.drawing.plates.filter(({ on }) => on !== null);
      for (const { id, on } of rests) expect(lines, name).toContain(`${id} ~~~ ${on ?? ''}`);
      for (const { id } of seen.drawing.plates) expect(count(`${id}[`), name).toBe(1);
      for (const { id } of seen.drawing.boxes) expect(count(`subgraph ${id}[`), name).toBe(1);
      expect(count('subgraph'), name).toBe(count('end'));
      expect(lines.filter((line) => line.includes('~~~')).length, name).toBe(rests.length);
    }
  });

  test('gives each one its kind, and marks what is reached', () => {
    for (const { name, seen } of EVERY_VIEW) {
      const classes = new Map(
        [...mermaidText(seen).matchAll(/^ {2}class (\S+) (\S+)$/gm)].map(
          ([, ids = '', kind = '']) => [kind, ids.split(',')],
        ),
      );
      for (const { id, kind } of [...seen.drawing.plates, ...seen.drawing.boxes]) {
        expect(classes.get(kind), name).toContain(id);
      }
      expect(classes.has('hit'), name).toBe(seen.marks !== undefined);
      expect(classes.get('reached'), name).toEqual(seen.marks?.reached);
    }
  });
});

test('quotation marks in labels do not end them', () => {
  const plate = {
    id: 'a',
    kind: 'hardware',
    label: 'the "box"',
    note: '',
    on: null,
    in: null,
  } as const;
  const text = mermaidText({
    drawing: { plates: [plate], boxes: [] },
    title: 't',
    description: 'd',
    marks: undefined,
  });
  expect(text).toContain('a["the #quot;box#quot;"]');
});
