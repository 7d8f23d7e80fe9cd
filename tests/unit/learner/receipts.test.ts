import { beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage, type FakeStorage } from './fake-storage.ts';

let storage: FakeStorage;
let receipts: typeof import('../../../src/learner/receipts.ts');
let settings: typeof import('../../../src/learner/settings.ts');

/** A visit: every module anew, as a page load does; what the browser keeps stays. */
async function visit(): Promise<void> {
  vi.resetModules();
  receipts = await import('../../../src/learner/receipts.ts');
  settings = await import('../../../src/learner/settings.ts');
}

beforeEach(async () => {
  storage = fakeStorage();
  await visit();
});

const kept = () => JSON.parse(storage.kept.get('strates') ?? 'null') as { receipts?: unknown };

test('receipts are kept by tutorial, oldest first, and are there on the next visit', async () => {
  receipts.keepReceipt('hybrid', 'one');
  receipts.keepReceipt('hybrid', 'two');
  receipts.keepReceipt('virtualization', 'three');
  await visit();
  expect(receipts.readReceipts('hybrid')).toEqual(['one', 'two']);
  expect(receipts.readReceipts('virtualization')).toEqual(['three']);
  expect(receipts.readReceipts('containerization')).toEqual([]);
});

test('the same receipt is kept once, as the latest', () => {
  for (const receipt of ['one', 'two', 'one']) receipts.keepReceipt('hybrid', receipt);
  expect(receipts.readReceipts('hybrid')).toEqual(['two', 'one']);
});

test('a receipt is dropped from its own tutorial, and only it', () => {
  for (const tutorial of ['hybrid', 'virtualization']) {
    receipts.keepReceipt(tutorial, 'one');
    receipts.keepReceipt(tutorial, 'two');
  }
  receipts.dropReceipt('hybrid', 'one');
  receipts.dropReceipt('hybrid', 'never kept');
  expect(receipts.readReceipts('hybrid')).toEqual(['two']);
  expect(receipts.readReceipts('virtualization')).toEqual(['one', 'two']);
});

test('receipts travel along when another part of the record changes, and the other way round', () => {
  receipts.keepReceipt('hybrid', 'one');
  settings.writeSetting('theme', 'dark');
  receipts.keepReceipt('hybrid', 'two');
  expect(kept()).toMatchObject({
    settings: { theme: 'dark' },
    receipts: { hybrid: ['one', 'two'] },
  });
});

test('another tab’s receipt stays', () => {
  receipts.keepReceipt('hybrid', 'mine');
  storage.kept.set('strates', JSON.stringify({ ...kept(), receipts: { hybrid: ['theirs'] } }));
  receipts.keepReceipt('hybrid', 'mine too');
  expect(receipts.readReceipts('hybrid')).toEqual(['theirs', 'mine too']);
});

test.each([
  null,
  'text',
  ['hybrid'],
  { hybrid: 'one' },
  { hybrid: { 0: 'one' } },
  { hybrid: [null, 1, {}, ['one']] },
])('%j in storage is no receipt, and makes nothing throw', (stored) => {
  storage.kept.set('strates', JSON.stringify({ v: 1, receipts: stored }));
  expect(receipts.readReceipts('hybrid')).toEqual([]);
  receipts.keepReceipt('hybrid', 'one');
  expect(receipts.readReceipts('hybrid')).toEqual(['one']);
});

test.each(['constructor', 'toString', '__proto__'])('%s has no receipts of its own', (name) => {
  receipts.keepReceipt('hybrid', 'one');
  expect(receipts.readReceipts(name)).toEqual([]);
});

test.each(['full', 'blocked'] as const)('works from memory when storage is %s', (mode) => {
  storage.mode = mode;
  receipts.keepReceipt('hybrid', 'one');
  expect(receipts.readReceipts('hybrid')).toEqual(['one']);
  expect(storage.kept.size).toBe(0);
});
