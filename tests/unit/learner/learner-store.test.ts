import fc from 'fast-check';
import { beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage, type FakeStorage } from './fake-storage.ts';

let storage: FakeStorage;
let store: typeof import('../../../src/learner/learner-store.ts');
let answers: typeof import('../../../src/learner/answers.ts');
let settings: typeof import('../../../src/learner/settings.ts');
let drafts: typeof import('../../../src/learner/drafts.ts');
let progress: typeof import('../../../src/learner/tutorial-progress.ts');

/** A visit: every module anew, as a page load does; what the browser keeps stays. */
async function visit(): Promise<void> {
  vi.resetModules();
  store = await import('../../../src/learner/learner-store.ts');
  answers = await import('../../../src/learner/answers.ts');
  settings = await import('../../../src/learner/settings.ts');
  drafts = await import('../../../src/learner/drafts.ts');
  progress = await import('../../../src/learner/tutorial-progress.ts');
}

beforeEach(async () => {
  storage = fakeStorage();
  await visit();
});

const given = (score: number, rev = 1, at = 1) => ({ rev, at, answer: { a: true }, score });

test('keeps everything of the site under one key with a version', () => {
  answers.writeAnswer('hybrid', 'q', given(1));
  settings.writeSetting('theme', 'dark');
  drafts.writeDraft('hybrid', { name: 'Awa' });
  expect([...storage.kept.keys()]).toEqual(['strates']);
  expect(JSON.parse(storage.kept.get('strates') ?? '')).toEqual({
    v: 1,
    settings: { theme: 'dark' },
    answers: { hybrid: { q: { ...given(1), tries: 1, past: [] } } },
    drafts: { hybrid: { name: 'Awa' } },
  });
});

test('remembers on the next visit', async () => {
  answers.writeAnswer('hybrid', 'q', given(0.5));
  await visit();
  expect(answers.readAnswer('hybrid', 'q', 1)).toMatchObject({ score: 0.5, tries: 1 });
});

test('counts checks and keeps the ten answers before the last', () => {
  for (let at = 1; at <= 13; at += 1) answers.writeAnswer('hybrid', 'q', given(0, 1, at));
  const kept = answers.readAnswer('hybrid', 'q', 1);
  expect(kept?.tries).toBe(13);
  expect(kept?.past.map(({ at }) => at)).toEqual([3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
});

test('does not count looking up the key as a check', () => {
  answers.writeAnswer('hybrid', 'q', { ...given(0), revealed: true });
  expect(answers.readAnswer('hybrid', 'q', 1)).toMatchObject({ tries: 0, revealed: true });
});

test('asks again after a new rev and keeps the old answer as history', () => {
  answers.writeAnswer('hybrid', 'q', given(1, 1));
  expect(answers.readAnswer('hybrid', 'q', 2)).toBeUndefined();
  answers.writeAnswer('hybrid', 'q', given(0, 2));
  expect(answers.readAnswer('hybrid', 'q', 2)).toMatchObject({ score: 0, past: [given(1, 1)] });
});

test('erases one quiz and brings it back', () => {
  answers.writeAnswer('hybrid', 'q', given(1));
  answers.writeAnswer('virtualization', 'q', given(1));
  const erased = answers.readAnswers('hybrid');
  answers.eraseAnswers('hybrid');
  expect(answers.readAnswer('hybrid', 'q', 1)).toBeUndefined();
  expect(answers.readAnswer('virtualization', 'q', 1)).toBeDefined();
  answers.writeAnswer('hybrid', 'other', given(0));
  answers.restoreAnswers('hybrid', erased);
  expect(Object.keys(answers.readAnswers('hybrid')).sort()).toEqual(['other', 'q']);
});

test('counts progress, and by rev when it is told', () => {
  answers.writeAnswer('hybrid', 'one', given(1));
  answers.writeAnswer('hybrid', 'two', given(0.5));
  answers.writeAnswer('hybrid', 'three', { ...given(1), revealed: true });
  const count = (questions: readonly string[]) => progress.tutorialProgress('hybrid', questions);
  expect(count(['one', 'two', 'three', 'four'])).toEqual({ answered: 3, right: 1, total: 4 });
  expect(count(['one@1', 'two@2'])).toEqual({ answered: 1, right: 1, total: 2 });
  expect(progress.tutorialProgress('virtualization', ['one'])).toEqual({
    answered: 0,
    right: 0,
    total: 1,
  });
});

test('sets, reads and forgets settings and drafts', () => {
  settings.writeSetting('locale', 'fr');
  settings.writeSetting('theme', 'light');
  settings.writeSetting('theme', undefined);
  expect(settings.readSetting('theme')).toBeUndefined();
  expect(settings.readSetting('locale')).toBe('fr');
  drafts.writeDraft('hybrid', { comment: 'Et Kata ?' });
  expect(drafts.readDraft('hybrid')).toEqual({ comment: 'Et Kata ?' });
  drafts.clearDraft('hybrid');
  expect(drafts.readDraft('hybrid')).toBeUndefined();
  expect(drafts.readDraft('constructor')).toBeUndefined();
});

test.each(['full', 'blocked'] as const)('works from memory when storage is %s', (mode) => {
  storage.mode = mode;
  expect(store.mustTellTrouble()).toBe(false);
  answers.writeAnswer('hybrid', 'q', given(1));
  expect(answers.readAnswer('hybrid', 'q', 1)?.score).toBe(1);
  expect(storage.kept.size).toBe(0);
  // Told once, however many ask.
  expect([store.mustTellTrouble(), store.mustTellTrouble()]).toEqual([true, false]);
});

test('every change tries again: what was in memory is kept once there is room', () => {
  storage.mode = 'full';
  answers.writeAnswer('hybrid', 'one', given(1));
  storage.mode = 'works';
  answers.writeAnswer('hybrid', 'two', given(0));
  expect(Object.keys(JSON.parse(storage.kept.get('strates') ?? '').answers.hybrid)).toEqual([
    'one',
    'two',
  ]);
});

test.each(['{"v":1,', 'null', '[]', '"x"', '{}', ''])('puts %j aside and begins anew', (text) => {
  storage.kept.set('strates', text);
  expect(answers.readAnswer('hybrid', 'q', 1)).toBeUndefined();
  answers.writeAnswer('hybrid', 'q', given(1));
  expect(storage.kept.get('strates-aside')).toBe(text);
  expect(answers.readAnswer('hybrid', 'q', 1)?.score).toBe(1);
});

test('leaves what a later version of the site wrote alone', () => {
  const later = '{"v":2,"answers":"in another shape"}';
  storage.kept.set('strates', later);
  answers.writeAnswer('hybrid', 'q', given(1));
  expect(storage.kept.get('strates')).toBe(later);
  expect(answers.readAnswer('hybrid', 'q', 1)?.score).toBe(1);
});

test('carries along what it does not know', () => {
  storage.kept.set('strates', '{"v":1,"review":{"due":3},"settings":{"size":"large"}}');
  settings.writeSetting('theme', 'dark');
  expect(JSON.parse(storage.kept.get('strates') ?? '')).toMatchObject({
    review: { due: 3 },
    settings: { size: 'large', theme: 'dark' },
  });
});

test('no stored text makes anything throw', () => {
  const part = fc.oneof(fc.jsonValue(), fc.constant({ hybrid: { q: null } }));
  const text = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .record({ v: fc.constant(1), settings: part, answers: part, drafts: part })
      .map((value) => JSON.stringify(value)),
    fc
      .jsonValue()
      .map((value) => JSON.stringify({ v: 1, answers: { hybrid: { q: value }, other: value } })),
  );
  fc.assert(
    fc.property(text, (stored) => {
      storage.kept.set('strates', stored);
      answers.readAnswer('hybrid', 'q', 1);
      progress.tutorialProgress('hybrid', ['q', 'constructor']);
      settings.readSetting('theme');
      drafts.readDraft('hybrid');
      answers.writeAnswer('hybrid', 'q', given(1));
      expect(answers.readAnswer('hybrid', 'q', 1)?.score).toBe(1);
    }),
  );
});

test('reads afresh before it writes: another tab’s answer stays', () => {
  answers.writeAnswer('hybrid', 'mine', given(1));
  const record = JSON.parse(storage.kept.get('strates') ?? '');
  record.answers.hybrid.theirs = { ...given(0), tries: 1, past: [] };
  storage.kept.set('strates', JSON.stringify(record));
  answers.writeAnswer('hybrid', 'mine', given(0.5));
  expect(Object.keys(answers.readAnswers('hybrid')).sort()).toEqual(['mine', 'theirs']);
});

test('tells of changes here, in other tabs and behind its back, until told to stop', () => {
  const heard = vi.fn();
  const stop = store.onRecordChange(heard);
  settings.writeSetting('theme', 'dark');
  storage.fire('strates');
  storage.fire(null);
  storage.fire('someone-else');
  expect(heard).toHaveBeenCalledTimes(3);
  storage.show(false);
  expect(heard).toHaveBeenCalledTimes(3);
  storage.show(true);
  expect(heard).toHaveBeenCalledTimes(4);
  stop();
  settings.writeSetting('theme', 'light');
  storage.fire('strates');
  storage.show(true);
  expect(heard).toHaveBeenCalledTimes(4);
});

test('whoever hears of a change reads it, even from memory', () => {
  storage.mode = 'blocked';
  const seen: (string | undefined)[] = [];
  const stop = store.onRecordChange(() => seen.push(settings.readSetting('theme')));
  settings.writeSetting('theme', 'dark');
  expect(seen).toEqual(['dark']);
  stop();
});
