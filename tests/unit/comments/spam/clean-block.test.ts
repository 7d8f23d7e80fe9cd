import { expect, test } from 'vitest';
import { cleanBlock, type TypedKind } from '../../../../src/comments/spam/clean-block.ts';
import { isClosed } from '../../../../src/comments/spam/is-closed.ts';

const ROWS: readonly (readonly [TypedKind, string, string | null])[] = [
  ['address', ' Eve@Example.org ', 'eve@example.org'],
  ['address', 'eve', null],
  ['address', '', null],
  ['domain', 'Spam.Example', 'spam.example'],
  ['domain', '@spam.example', 'spam.example'],
  ['domain', 'eve@mx.spam.example', 'mx.spam.example'],
  ['domain', 'example', null],
  ['domain', 'a b.example', null],
  ['domain', '192.0.2.1', null],
  ['website', 'https://www.casino.example/bonus?x=1', 'casino.example'],
  ['website', 'CASINO.example', 'casino.example'],
  ['website', 'münchen.example', 'xn--mnchen-3ya.example'],
  ['website', 'www.com', 'www.com'],
  ['website', 'javascript:alert(1)', null],
  ['website', 'com', null],
  ['website', `${'a'.repeat(64)}.example`, null],
  ['word', ' Cheap  Pills ', 'cheap pills'],
  ['word', 'a', null],
  ['word', '!!!', null],
  ['word', '赌场', '赌场'],
  ['word', 'x'.repeat(101), null],
];

test.each(ROWS)('%s %j becomes %j', (kind, typed, value) => {
  const cleaned = cleanBlock(kind, typed);
  expect(cleaned.ok ? cleaned.value : null).toBe(value);
});

const DAY = 86_400_000;
const UPDATED = '2026-11-25';
const AT = Date.UTC(2026, 10, 25);

test.each([
  ['never, when nothing is said', undefined, null, AT + 9_999 * DAY, false],
  ['not on the last day', undefined, 30, AT + 30 * DAY - 1, false],
  ['after so many days', undefined, 30, AT + 30 * DAY, true],
  ['at once, by hand', 'closed', null, AT, true],
  ['not at any age, by hand', 'open', 30, AT + 99 * DAY, false],
] as const)('a thread closes %s', (_what, state, closeAfterDays, now, closed) => {
  expect(isClosed({ state, updated: UPDATED, closeAfterDays, now })).toBe(closed);
});
