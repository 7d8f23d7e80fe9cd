import fc from 'fast-check';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { exportName, exportRecord } from '../../../src/learner/transfer/export-record.ts';
import { eachHistory } from '../../../src/learner/history.ts';
import { FILE_LIMIT, importRecord } from '../../../src/learner/transfer/import-record.ts';
import type { LearnerRecord } from '../../../src/learner/learner-record.ts';
import { mergeAnswers } from '../../../src/learner/transfer/merge-answers.ts';
import { anyAnswers } from './any-answers.ts';
import { fakeStorage, type FakeStorage } from './fake-storage.ts';

const NOW = new Date('2026-11-25T10:00:00Z');

const record = (answers: LearnerRecord['answers']): LearnerRecord => ({
  v: 1,
  settings: { theme: 'dark' },
  answers,
  drafts: { hybrid: { comment: 'not for others' } },
});

const answer = (at: number, score = 1) => ({ rev: 1, at, tries: 1, answer: { a: true }, score });
const kept = (at: number, score = 1) => ({ ...answer(at, score), past: [] });

describe('the reader’s file', () => {
  test('holds answers and settings, and nothing of comments', () => {
    const secret = { ...record({ hybrid: { q: kept(1) } }), receipts: { hybrid: ['r'] } };
    const text = exportRecord({ ...secret, commenter: 'proof' } as LearnerRecord, NOW);
    expect(JSON.parse(text)).toEqual({
      format: 'strates-progress',
      version: 1,
      exported: '2026-11-25T10:00:00.000Z',
      settings: { theme: 'dark' },
      answers: { hybrid: { q: kept(1) } },
    });
    expect(exportName(NOW)).toBe('strates-2026-11-25.json');
  });

  test('comes back as it went, whatever was answered', () => {
    fc.assert(
      fc.property(anyAnswers, (answers) => {
        const text = exportRecord(record(answers), NOW);
        expect(importRecord(text)).toEqual({ settings: { theme: 'dark' }, answers });
        expect(importRecord(`\uFEFF${text}`)).toEqual(importRecord(text));
      }),
    );
  });
});

const file = (parts: object) =>
  JSON.stringify({ format: 'strates-progress', version: 1, settings: {}, answers: {}, ...parts });
const withAnswer = (parts: object) =>
  file({ answers: { hybrid: { q: { ...kept(1), ...parts } } } });

describe('a file that is refused', () => {
  test.each<[string, string, string, string?]>([
    ['is too big', ' '.repeat(FILE_LIMIT + 1), 'size'],
    ['is empty', '', 'json'],
    ['is cut short', file({}).slice(0, -1), 'json'],
    ['is a page', '<!doctype html>', 'json'],
    ['is a list', '[]', 'foreign'],
    ['is nothing', 'null', 'foreign'],
    ['is another program’s', '{"version":1,"answers":{}}', 'foreign'],
    ['is the browser’s own record', '{"v":1,"answers":{}}', 'foreign'],
    ['is nested a hundred thousand deep', `${'['.repeat(1e5)}${']'.repeat(1e5)}`, 'foreign'],
    ['comes from a later site', file({ version: 2 }), 'later'],
    ['has a version that is none', file({ version: '1' }), 'damaged', 'version'],
    ['has no answers', file({ answers: null }), 'damaged', 'answers'],
    ['has a list of answers', file({ answers: [] }), 'damaged', 'answers'],
    ['has a quiz that is none', file({ answers: { hybrid: 1 } }), 'damaged', 'answers.hybrid'],
    [
      'has settings that are no texts',
      file({ settings: { theme: {} } }),
      'damaged',
      'settings.theme',
    ],
    [
      'reaches for the prototype',
      '{"format":"strates-progress","version":1,"settings":{},"answers":{"__proto__":{"x":1}}}',
      'damaged',
      'answers.__proto__',
    ],
    [
      'reaches for the prototype in an answer',
      withAnswer({}).replace('{"a":true}', '{"__proto__":true}'),
      'damaged',
      'answers.hybrid.q.answer',
    ],
    ['has a score above one', withAnswer({ score: 2 }), 'damaged', 'answers.hybrid.q.score'],
    ['has a date before all dates', withAnswer({ at: -1 }), 'damaged', 'answers.hybrid.q.at'],
    ['has a date that is a text', withAnswer({ at: 'now' }), 'damaged', 'answers.hybrid.q.at'],
    ['has ideas that are no list', withAnswer({ ideas: {} }), 'damaged', 'answers.hybrid.q.ideas'],
    ['has a sureness of its own', withAnswer({ sure: 'very' }), 'damaged', 'answers.hybrid.q.sure'],
    ['has a history that is none', withAnswer({ past: {} }), 'damaged', 'answers.hybrid.q.past'],
    [
      'has a damaged history',
      withAnswer({ past: [answer(1), 'x'] }),
      'damaged',
      'answers.hybrid.q.past.1',
    ],
    [
      'has a history without end',
      withAnswer({ past: Array.from({ length: 101 }, () => answer(1)) }),
      'damaged',
      'answers.hybrid.q.past',
    ],
    [
      'answers at endless length',
      withAnswer({ answer: { a: 'x'.repeat(1001) } }),
      'damaged',
      'answers.hybrid.q.answer',
    ],
    [
      'has an id at endless length',
      file({ answers: { ['a'.repeat(5000)]: {} } }),
      'damaged',
      `answers.${'a'.repeat(40)}`,
    ],
  ])('%s', (_, text, fault, place) => {
    expect(importRecord(text)).toEqual(place === undefined ? { fault } : { fault, place });
  });

  test('never makes anything throw, and what is taken is only what is known', () => {
    const part = fc.oneof(fc.jsonValue(), fc.constant({ q: kept(1) }));
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ settings: part, answers: fc.dictionary(fc.string(), part) }).map(file),
    );
    fc.assert(
      fc.property(text, (stored) => {
        const imported = importRecord(stored);
        if (!('fault' in imported)) {
          expect(Object.keys(imported)).toEqual(['settings', 'answers']);
          expect(importRecord(exportRecord(record(imported.answers), NOW))).toMatchObject({
            answers: imported.answers,
          });
        }
      }),
    );
    expect(({} as Record<string, unknown>)['x']).toBeUndefined();
  });
});

describe('two records in one', () => {
  const merged = (own: LearnerRecord['answers'], others: LearnerRecord['answers']) =>
    mergeAnswers(own, others).answers;

  test('the newer answer counts, the older one is history, and figures tell', () => {
    const own = { hybrid: { mine: kept(5), both: kept(5, 0), same: kept(7) } };
    const others = { hybrid: { both: kept(9), same: kept(7) }, virtualization: { new: kept(1) } };
    const { answers, counts } = mergeAnswers(own, others);
    expect(counts).toEqual({ added: 1, newer: 1, kept: 1 });
    expect(answers).toEqual({
      hybrid: {
        mine: kept(5),
        both: { ...kept(9), tries: 2, past: [answer(5, 0)] },
        same: kept(7),
      },
      virtualization: { new: kept(1) },
    });
    expect(mergeAnswers(others, own).counts).toEqual({ added: 1, newer: 0, kept: 2 });
  });

  test('nothing is lost but what is older than the ten before the last', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (own, others) => {
        const all = [...eachHistory(own), ...eachHistory(others)];
        for (const { quiz, question, history } of eachHistory(merged(own, others))) {
          const given = all
            .filter((one) => one.quiz === quiz && one.question === question)
            .flatMap((one) => one.history.map(({ at }) => at));
          expect(history.map(({ at }) => at)).toEqual(
            history.map(({ at }) => at).sort((a, b) => a - b),
          );
          expect(history.at(-1)?.at).toBe(Math.max(...given));
          const known = new Set(history.map(({ at }) => at));
          const oldest = Math.min(...known);
          expect(given.filter((at) => !known.has(at) && at > oldest)).toEqual([]);
          expect(history.length).toBeLessThanOrEqual(11);
        }
      }),
    );
  });

  test('the order of the two changes nothing, nor does doing it twice', () => {
    fc.assert(
      fc.property(anyAnswers, anyAnswers, (own, others) => {
        const both = merged(own, others);
        expect(merged(others, own)).toEqual(both);
        expect(merged(both, others)).toEqual(both);
        expect(merged(own, own)).toEqual(own);
        expect(mergeAnswers(both, others).counts).toMatchObject({ added: 0, newer: 0 });
      }),
    );
  });
});

describe('in the browser', () => {
  let storage: FakeStorage;
  let store: typeof import('../../../src/learner/learner-store.ts');
  let answers: typeof import('../../../src/learner/answers.ts');
  let takeOver: (typeof import('../../../src/learner/transfer/take-over.ts'))['takeOver'];
  let eraseRecord: (typeof import('../../../src/learner/transfer/erase-record.ts'))['eraseRecord'];

  beforeEach(async () => {
    storage = fakeStorage();
    vi.resetModules();
    store = await import('../../../src/learner/learner-store.ts');
    answers = await import('../../../src/learner/answers.ts');
    ({ takeOver } = await import('../../../src/learner/transfer/take-over.ts'));
    ({ eraseRecord } = await import('../../../src/learner/transfer/erase-record.ts'));
  });

  const given = (at: number) => ({ rev: 1, at, answer: { a: true }, score: 1 });
  const stored = () => JSON.parse(storage.kept.get('strates') ?? 'null') as LearnerRecord | null;

  test('taking a file over keeps a choice made here, and is undone but for what came since', () => {
    storage.kept.set(
      'strates',
      JSON.stringify({ ...record({ hybrid: { q: kept(5) } }), receipts: { hybrid: ['r'] } }),
    );
    const { counts, undo } = takeOver({
      settings: { theme: 'light', locale: 'en' },
      answers: { hybrid: { q: kept(9), r: kept(50) } },
    });
    expect(counts).toEqual({ added: 1, newer: 1, kept: 0 });
    expect(stored()).toMatchObject({
      settings: { theme: 'dark', locale: 'en' },
      receipts: { hybrid: ['r'] },
    });
    answers.writeAnswer('hybrid', 'since', given(30));
    undo();
    expect(stored()).toMatchObject({
      settings: { theme: 'dark' },
      answers: { hybrid: { q: kept(5), since: { at: 30 } } },
      receipts: { hybrid: ['r'] },
    });
    expect(Object.keys(stored()?.answers['hybrid'] ?? {}).sort()).toEqual(['q', 'since']);
    expect(stored()?.settings).toEqual({ theme: 'dark' });
  });

  test('erasing leaves nothing at all, and brings all back', () => {
    const before = JSON.stringify({
      ...record({ hybrid: { q: kept(5) } }),
      receipts: { hybrid: ['r'] },
      commenter: 'proof',
    });
    storage.kept.set('strates', before);
    storage.kept.set('strates-aside', 'torn');
    const undo = eraseRecord();
    expect(storage.kept.size).toBe(0);
    expect(store.readRecord().answers).toEqual({});
    answers.writeAnswer('hybrid', 'since', given(30));
    undo();
    expect(stored()).toMatchObject(JSON.parse(before));
    expect(Object.keys(stored()?.answers['hybrid'] ?? {}).sort()).toEqual(['q', 'since']);
    expect(storage.kept.get('strates-aside')).toBe('torn');
  });

  test('even what a later version of the site wrote can be erased', () => {
    storage.kept.set('strates', '{"v":2}');
    eraseRecord();
    expect(storage.kept.size).toBe(0);
    answers.writeAnswer('hybrid', 'q', given(1));
    expect(stored()?.answers).toHaveProperty('hybrid');
  });

  test.each(['full', 'blocked'] as const)('works for the visit when storage is %s', (mode) => {
    storage.mode = mode;
    takeOver({ settings: {}, answers: { hybrid: { q: kept(5) } } });
    expect(store.readRecord().answers).toEqual({ hybrid: { q: kept(5) } });
    expect(store.mustTellTrouble()).toBe(true);
    const undo = eraseRecord();
    expect(store.readRecord().answers).toEqual({});
    undo();
    expect(store.readRecord().answers).toEqual({ hybrid: { q: kept(5) } });
  });

  test('a record that someone edited by hand is merged with what can be read of it', () => {
    storage.kept.set('strates', '{"v":1,"answers":{"hybrid":"text","virtualization":{"q":null}}}');
    takeOver({ settings: {}, answers: { hybrid: { q: kept(5) } } });
    expect(stored()?.answers['hybrid']).toEqual({ q: kept(5) });
  });
});
