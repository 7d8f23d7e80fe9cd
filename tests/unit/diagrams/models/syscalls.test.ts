import { describe, expect, test } from 'vitest';
import { verdict, type Call, type Verdict } from '../../../../src/diagrams/models/syscall-rules.ts';
import { syscalls } from '../../../../src/diagrams/models/syscalls.ts';
import { downFrom } from '../../../../src/diagrams/stack.ts';
import { sentenceOf, statesOf, wordsAt } from './every-state.ts';

/** Docker's table: what becomes of each call with the default profile, and without it. */
const TABLE = [
  ['read', 'allowed', 'allowed'],
  ['ptrace', 'allowed', 'allowed'],
  ['mount', 'filtered', 'incapable'],
  ['reboot', 'filtered', 'incapable'],
  ['clock_settime', 'filtered', 'incapable'],
  ['keyctl', 'filtered', 'allowed'],
] as const satisfies readonly (readonly [Call, Verdict, Verdict])[];

describe('system calls of an ordinary container', () => {
  test.each(TABLE)('%s: %s by the filter, %s without it', (call, filtered, free) => {
    expect(verdict(call, true)).toBe(filtered);
    expect(verdict(call, false)).toBe(free);
  });

  test('the table has every call that can be asked', () => {
    expect(statesOf('syscalls')).toHaveLength(2 * TABLE.length);
  });

  test('the filter stands between the container and the kernel, or is not there', () => {
    const path = (filter: string) =>
      downFrom(syscalls({ call: 'mount', filter }), 'app').map(({ id }) => id);
    expect(path('on')).toEqual(['app', 'libraries', 'filter', 'host-kernel', 'hardware']);
    expect(path('off')).toEqual(['app', 'libraries', 'host-kernel', 'hardware']);
  });

  test('what a filter refuses, the kernel does not carry out', () => {
    for (const { state, stack } of statesOf('syscalls')) {
      const refused = wordsAt(stack, 'filter')?.includes('refuses') ?? false;
      expect(wordsAt(stack, 'host-kernel')?.endsWith('carries out nothing')).toBe(refused);
      expect(sentenceOf(stack, 'en')).toContain(`${state['call'] ?? ''} `);
    }
  });

  test('a lack of capability is named, as the second barrier and as the last', () => {
    const filtered = syscalls({ call: 'reboot', filter: 'on' });
    expect(sentenceOf(filtered, 'en')).toContain('the lack of CAP_SYS_BOOT would still stop it');
    const free = syscalls({ call: 'reboot', filter: 'off' });
    expect(wordsAt(free, 'host-kernel')).toBe('Host kernel, refuses, for lack of CAP_SYS_BOOT');
    expect(sentenceOf(free, 'en')).toContain('CAP_SYS_BOOT is missing');
  });

  test('what only the filter keeps away is said to be so', () => {
    const filtered = sentenceOf(syscalls({ call: 'keyctl', filter: 'on' }), 'en');
    expect(filtered).toContain('refused by the filter, and by it alone');
  });
});
