import { describe, expect, test } from 'vitest';
import { importGift } from '../../../../../src/quiz/exchange/gift/import-gift.ts';
import { idMaker } from '../../../../../src/quiz/exchange/yaml/name-ids.ts';

const imported = (source: string, locale: 'fr' | 'en' | undefined = 'en') =>
  importGift(source, { file: 'a.gift', locale, questionId: idMaker() });

describe('importing GIFT', () => {
  test.each([
    [
      'a choice',
      'A{=b#r ~c#w}',
      {
        type: 'choice',
        options: [
          { id: 'b', correct: true, text: { en: 'b' }, why: { en: 'r' } },
          { id: 'c', correct: false, text: { en: 'c' }, why: { en: 'w' } },
        ],
      },
    ],
    ['weights', 'A{~%50%b ~%50%c ~%-100%d}', { type: 'multiple' }],
    [
      'a statement',
      'A{F#no#yes}',
      {
        type: 'choice',
        options: [
          { id: 'true', correct: false, text: { fr: 'Vrai', en: 'True' }, why: { en: 'no' } },
          { id: 'false', correct: true, text: { fr: 'Faux', en: 'False' }, why: { en: 'yes' } },
        ],
      },
    ],
    [
      'a short answer',
      'A{=b#r =c =%0%d#w}',
      {
        type: 'text',
        answer: { en: 'b' },
        accept: ['c'],
        why: { en: 'r' },
        mistakes: [{ id: 'd', accept: ['d'], why: { en: 'w' } }],
      },
    ],
    [
      'a wildcard',
      'A{=one* \\\\* more}',
      { pattern: 'one.* \\* more', answer: { en: 'one * more' } },
    ],
    [
      'a number',
      'A{#=5:0.5#r =%0%7#w}',
      {
        type: 'number',
        answer: 5,
        tolerance: 0.5,
        mistakes: [{ id: 'value-7', value: 7, why: { en: 'w' } }],
      },
    ],
    [
      'a matching with a match for nobody',
      'A{=b->X =c->X =->Y}',
      {
        targets: [
          { id: 'x', text: { en: 'X' } },
          { id: 'y', text: { en: 'Y' } },
        ],
        items: [
          { id: 'b', text: { en: 'b' }, target: 'x' },
          { id: 'c', text: { en: 'c' }, target: 'x' },
        ],
      },
    ],
    ['general feedback', 'A{T####Because.}', { explain: { en: 'Because.' } }],
    [
      'HTML',
      '[html]<p>A&nbsp;<b>b</b></p><pre>x  y\\n z</pre><ul><li>c</ul>{T}',
      { prompt: { en: 'A b\n`x  y\n z`\n- c' } },
    ],
    [
      'Markdown',
      '[markdown]**A** `b*c*` [d](https\\://e.org){T}',
      { prompt: { en: 'A `b*c*` d (https://e.org)' } },
    ],
    ['what a power is', '[html]10<sup>3</sup>{#1000}', { prompt: { en: '10^3' } }],
  ])('carries %s', (_, source, expected) => {
    expect(imported(source).questions).toEqual([expect.objectContaining(expected)]);
  });

  test.each([
    ['A{}', 'An essay is left out'],
    ['A', 'A text that asks nothing is left out.'],
    ['A{=b ~%50%c}', 'Points for a half-right answer are not kept'],
    ['A{=b =c ~d}', 'Several answers are right, each alone'],
    ['A{~%80%b ~%20%c ~d}', 'their weights are not kept'],
    ['A{#=5 =%50%6}', 'Further right or half-right numbers are not kept'],
    ['A{#5~#no}', 'What is said of any other number is not kept'],
    ['A{=b =%0%*#no}', 'What is said of any other answer is not kept'],
    ['// [tag:x]\nA{T}', 'Tags are not kept: x.'],
    [
      '[html]<table><tr><td>A</table><img src\\="x">{T}',
      'Only the text is kept of: img, table, td, tr.',
    ],
    ['[html]A<script>alert(1)</script>{T}', 'Only the text is kept of: script.'],
  ])('says of %j what is not carried', (source, message) => {
    const { remarks } = imported(source);
    expect(remarks.map((remark) => remark.message)).toContainEqual(
      expect.stringContaining(message),
    );
    expect(JSON.stringify(imported(source).questions)).not.toContain('alert');
  });

  test('reads both languages of multilang spans, and asks for the language where none is named', () => {
    const both =
      '<span lang\\="fr" class\\="multilang">Oui</span><span lang\\="en" class\\="multilang">Yes</span>';
    expect(imported(`[html]${both}{#1}`, undefined).questions[0]?.prompt).toEqual({
      fr: 'Oui',
      en: 'Yes',
    });
    expect(() => importGift('A{T}', { file: 'a.gift', questionId: idMaker() })).toThrow(
      'a.gift does not tell the language of its texts.',
    );
  });

  test('names questions after their titles or words, each once', () => {
    const { questions } = imported(
      '::What is a kernel?::A{T}\n\nQu’est-ce que l’hôte ?{T}\n\nL’hôte{T}\n\n...{T}',
    );
    expect(questions.map(({ id }) => id)).toEqual(['kernel', 'hote', 'hote-2', 'question']);
  });

  test('comes to an end with markup as deep as it is long', () => {
    const deep = `[html]${'<div><span>'.repeat(100_000)}x${'</b>'.repeat(100_000)}{T}`;
    expect(imported(deep).questions[0]?.prompt).toEqual({ en: 'x' });
  });
});
