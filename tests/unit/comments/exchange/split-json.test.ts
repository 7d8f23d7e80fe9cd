import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type JsonPiece, splitJson } from '../../../../src/comments/exchange/split-json.ts';

/** The pieces of a text that arrives in chunks of `size` code units. */
async function split(text: string, size = text.length || 1): Promise<readonly JsonPiece[]> {
  const chunks = (async function* () {
    for (let at = 0; at < text.length; at += size)
      yield await Promise.resolve(text.slice(at, at + size));
  })();
  return (await Array.fromAsync(splitJson({ name: 'file', chunks }))).flat();
}

describe('a JSON object in pieces', () => {
  test('gives its members, and the elements of its arrays one by one', async () => {
    const text =
      '{ "a": 1,\n "list": [\n  {"b": [1, "]}"]},\n  2\n ], "empty": [], "c": {"d": "\\""}}\n';
    expect(await split(text)).toEqual([
      { key: 'a', value: 1, line: 1 },
      { key: 'list', value: { b: [1, ']}'] }, line: 3 },
      { key: 'list', value: 2, line: 4 },
      { key: 'c', value: { d: '"' }, line: 5 },
    ]);
  });

  test('whatever it holds, however it is indented, wherever it is cut', async () => {
    const key = fc.string({ unit: 'binary' });
    const members = fc.dictionary(key, fc.jsonValue({ maxDepth: 2 }), { maxKeys: 5 });
    const how = fc.record({
      indent: fc.constantFrom(0, 1, '\t'),
      size: fc.integer({ min: 1, max: 9 }),
    });
    await fc.assert(
      fc.asyncProperty(members, how, async (object, { indent, size }) => {
        const expected = Object.entries(object).flatMap(([name, value]): [string, unknown][] =>
          Array.isArray(value) ? value.map((element) => [name, element]) : [[name, value]],
        );
        // As JSON has it: no -0, and no keys that are properties of every object.
        const plain = JSON.parse(JSON.stringify(expected)) as unknown;
        const pieces = await split(JSON.stringify(object, null, indent), size);
        expect(pieces.map(({ key: name, value }) => [name, value])).toEqual(plain);
      }),
      { numRuns: 60 },
    );
  });

  test.each([
    ['nothing', ''],
    ['an array', '[1]'],
    ['a number', '1'],
    ['two objects', '{}{}'],
    ['text after it', '{} x'],
    ['an end too early', '{"a":[1'],
    ['an open string', '{"a":"b}'],
    ['a comma too many', '{"a":1,}'],
    ['a comma too many in an array', '{"a":[1,]}'],
    ['a comma for nothing', '{,"a":1}'],
    ['two commas', '{"a":[1,,2]}'],
    ['no comma', '{"a":[1]"b":2}'],
    ['no comma after an array', '{"a":[1] [2]}'],
    ['a bracket that closes another', '{"a":[1}'],
    ['a bracket too many', '{"a":1}}'],
    ['no key', '{1}'],
    ['a key without quotes', '{a:1}'],
    ['a member in an array', '{"a":["b":1]}'],
    ['an array before its key', '{[1]}'],
    ['no JSON inside', '{"a":[{b:1}]}'],
    ['a raw line end in a string', '{"a":"b\nc"}'],
  ])('%s is refused, with its line', async (_, text) => {
    for (const size of [1, 2, 100]) await expect(split(text, size)).rejects.toThrow(/^file:\d+: /);
  });

  test('a fault is told with the line on which its piece begins', async () => {
    await expect(split('{"a":[\n1,\n{"b":\nx}\n]}')).rejects.toThrow(/^file:3: /);
  });

  test('a value without end is refused before it fills the memory', async () => {
    await expect(split(`{"a":["${'x'.repeat(17 * 1024 * 1024)}`, 65_536)).rejects.toThrow(
      'longer than',
    );
  });
});
