import { describe, expect, test } from 'vitest';
import { mermaidText } from '../../../src/diagrams/mermaid-text.ts';
import { EVERY_VIEW } from './every-view.ts';

describe('the Mermaid text of every state', () => {
  test.each(EVERY_VIEW)('$name names all that is drawn, once', ({ subject, seen }) => {
    const lines = seen.mermaid.split('\n').map((line) => line.trim());
    const count = (start: string) => lines.filter((line) => line.startsWith(start)).length;
    expect(lines[0]).toBe('flowchart TB');
    expect(lines).toContain(`accTitle: ${subject.title}`);
    expect(lines).toContain(`accDescr: ${seen.description}`);
    for (const { id, on } of seen.drawing.plates) {
      expect(count(`${id}[`)).toBe(1);
      if (on !== null) expect(lines).toContain(`${id} ~~~ ${on}`);
    }
    for (const { id } of seen.drawing.boxes) expect(count(`subgraph ${id}[`)).toBe(1);
    expect(count('subgraph')).toBe(count('end'));
    expect(lines.filter((line) => line.includes('~~~'))).toHaveLength(
      seen.drawing.plates.length - 1,
    );
  });

  test.each(EVERY_VIEW)('$name gives each one its kind, and marks what is reached', ({ seen }) => {
    const classes = new Map(
      [...seen.mermaid.matchAll(/^ {2}class (\S+) (\S+)$/gm)].map(([, ids = '', kind = '']) => [
        kind,
        ids.split(','),
      ]),
    );
    for (const { id, kind } of [...seen.drawing.plates, ...seen.drawing.boxes]) {
      expect(classes.get(kind)).toContain(id);
    }
    expect(classes.has('hit')).toBe(seen.marks !== undefined);
    expect(classes.get('reached')).toEqual(seen.marks?.reached);
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
  const text = mermaidText({ plates: [plate], boxes: [] }, 't', 'd');
  expect(text).toContain('a["the #quot;box#quot;"]');
});
