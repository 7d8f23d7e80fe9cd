import { describe, expect, test } from 'vitest';
import { readGift } from '../../../../../src/quiz/exchange/gift/read-gift.ts';
import { ours } from './comparable.ts';

const read = (source: string) => readGift(source, 'a.gift').map(ours);

describe('reading GIFT', () => {
  test.each([
    ['an escaped sign is text', 'A\\: \\{1\\=1\\} \\~ \\# {=b}', { stem: '[moodle]A: {1=1} ~ #' }],
    ['two backslashes are one', 'A \\\\n \\d{=b}', { stem: '[moodle]A \\n \\d' }],
    ['a comment in a question is no part of it', 'A {\n// no }\n=b}', { stem: '[moodle]A' }],
    ['tildes make a choice', 'A{~b =c}', { kind: 'choice' }],
    ['an arrow beside a tilde is text', 'A{~b -> c =d}', { kind: 'choice' }],
    ['arrows make a matching', 'A{=b -> c =d -> e}', { kind: 'match' }],
    ['a lone T is true', 'A{T}', { kind: 'true-false', answers: [true, undefined, undefined] }],
    [
      'a lone word is a short answer',
      'A{One}',
      { kind: 'short', answers: [['[moodle]One', 100, undefined]] },
    ],
    ['an answer may carry a weight', 'A{=%50%b#c}', { answers: [['[moodle]b', 50, '[moodle]c']] }],
    [
      'a weight may take points away',
      'A{~%-50%b ~%100%c}',
      {
        answers: [
          ['[moodle]b', -50, undefined],
          ['[moodle]c', 100, undefined],
        ],
      },
    ],
    ['a range is a number give or take', 'A{#1..2}', { answers: [[1.5, 0.5, 100, undefined]] }],
    [
      'Moodle’s own feedback for any other number',
      'A{#3:2~#No}',
      {
        answers: [
          [3, 2, 100, undefined],
          ['*', 0, 0, '[moodle]No'],
        ],
      },
    ],
    ['general feedback comes last', 'A{T#w#r####g # h}', { general: '[moodle]g # h' }],
    [
      'answers take the format of the question',
      '[markdown]A{=b}',
      { answers: [['[markdown]b', 100, undefined]] },
    ],
    ['a gap stands where the answers stood', 'A {=b} c', { stem: '[moodle]A_____c' }],
    ['no answers at all describe', '::N::A', { kind: 'description', name: 'N' }],
    [
      'ids and tags stand in comments',
      '// [id:a\\]b] [tag:c] [tag:d e]\nA{T}',
      { id: 'a]b', tags: ['c', 'd e'] },
    ],
    ['a byte order mark and lines of Windows', '\uFEFFA\r\nb{T}\r\n', { stem: '[moodle]A b' }],
  ])('%s', (_, source, expected) => {
    expect(read(source)).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['A{=b', '1:2', 'This `{` is not closed.'],
    ['A\n  b}', '2:4', 'This `}` closes nothing.'],
    ['A{T}\n\n::n::B{~c}', '3:8', 'A choice wants two answers or more.'],
    ['A{=b -> c}', '1:3', 'A matching wants two pairs or more.'],
    ['A{=b -> c =d}', '1:11', 'A pair of a matching has no arrow.'],
    ['A{#}', '1:4', 'A numerical question has no number.'],
    ['A{#\n=12x}', '2:2', '`12x` is not a number.'],
    ['A{#2..1}', '1:4', '`2..1` is not a number.'],
    ['A{~%900%b =c}', '1:4', 'A weight is from -100 to 100'],
    ['A\0{T}', '1:2', 'This is not a text file.'],
    ['A\uFDD0{T}', '1:2', 'This is not a text file.'],
  ])('%j is refused at %s', (source, place, message) => {
    expect(() => read(source)).toThrow(`a.gift:${place}: ${message}`);
  });

  test('tells every fault at once, with its line and a caret', () => {
    expect(() => read('A{=b\n\nB{T}\n\nC}')).toThrow(
      /a\.gift:1:2: [^]*1 \| A\{=b\n {5}\^\n\na\.gift:5:2: [^]*5 \| C\}\n {5}\^$/,
    );
  });

  test.each([
    ['unclosed braces', '{'.repeat(1_000_000)],
    ['a million answers', `A{${'=b '.repeat(300_000)}}`],
    ['a million hashes', `A{${'#'.repeat(1_000_000)}}`],
    ['a million backslashes', `A${'\\'.repeat(1_000_000)}{T}`],
  ])('comes to an end with %s', (_, source) => {
    // What counts is that it ends: a reader that looks back for each sign would not.
    try {
      expect(read(source).length).toBeGreaterThan(0);
    } catch (error) {
      expect(error).toHaveProperty('name', 'ImportError');
    }
  });
});
