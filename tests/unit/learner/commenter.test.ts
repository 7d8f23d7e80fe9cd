import { beforeEach, expect, test, vi } from 'vitest';
import { fakeStorage, type FakeStorage } from './fake-storage.ts';

const PROOF = 'AbCdEfGhIjKlMnOpQrStUv';

let storage: FakeStorage;
let commenter: typeof import('../../../src/learner/commenter.ts');
let keep: typeof import('../../../src/comments/thread/keep-commenter.ts');
let settings: typeof import('../../../src/learner/settings.ts');

/** A visit: every module anew, as a page load does; what the browser keeps stays. */
async function visit(): Promise<void> {
  vi.resetModules();
  commenter = await import('../../../src/learner/commenter.ts');
  keep = await import('../../../src/comments/thread/keep-commenter.ts');
  settings = await import('../../../src/learner/settings.ts');
}

/** A place of the address bar, with what was put there instead. */
function place(hash: string) {
  const replaced: string[] = [];
  return {
    replaced,
    bar: { hash, replace: (to: string) => replaced.push(to) } as unknown as Location,
  };
}

beforeEach(async () => {
  storage = fakeStorage();
  await visit();
});

test('nothing is kept at first', () => {
  expect(commenter.readCommenter()).toBe('');
});

test('the proof of the address bar is kept for the next visit, and leaves the bar', async () => {
  const { bar, replaced } = place(`#commenter=${PROOF}`);
  keep.keepCommenterFrom(bar);
  expect(replaced).toEqual(['#comments']);
  await visit();
  expect(commenter.readCommenter()).toBe(PROOF);
});

test.each([
  '#commenter=',
  '#commenter=short',
  `#commenter=${PROOF}x`,
  '#commenter=<script>alert(1)</sc',
])('what is no proof is not kept: %s', (hash) => {
  commenter.keepCommenter(PROOF);
  keep.keepCommenterFrom(place(hash).bar);
  expect(commenter.readCommenter()).toBe(PROOF);
});

test('a record that somebody edited by hand does no harm, and settings stay', () => {
  settings.writeSetting('theme', 'dark');
  commenter.keepCommenter(PROOF);
  expect(JSON.parse(storage.kept.get('strates') ?? '')).toMatchObject({
    settings: { theme: 'dark' },
    commenter: PROOF,
  });
  storage.kept.set('strates', '{"v":1,"commenter":{"a":1}}');
  expect(commenter.readCommenter()).toBe('');
});
