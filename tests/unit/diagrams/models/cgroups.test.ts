import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cgroups } from '../../../../src/diagrams/models/cgroups.ts';
import { BRAKE, shareOut, type Fate } from '../../../../src/diagrams/models/memory-limits.ts';
import { downFrom } from '../../../../src/diagrams/stack.ts';
import { LOCALES, numbersIn, sentenceOf, statesOf, wordsAt } from './every-state.ts';

const fates = (limit: number, web: number, report: number, brake = false): readonly Fate[] =>
  shareOut(limit, [
    { id: 'web', asks: web, brake: false },
    { id: 'report', asks: report, brake },
  ]).map(({ fate }) => fate);

describe('who is served, held back or killed', () => {
  test.each<readonly [string, readonly Fate[], number, number, number, boolean]>([
    ['enough for both', ['served', 'served'], 2048, 768, 960, false],
    ['the one with the most memory is killed', ['served', 'killed'], 1024, 768, 960, false],
    ['whichever it is', ['killed', 'served'], 2048, 1280, 960, false],
    ['a brake holds and kills nobody', ['served', 'held'], 2048, 1280, 960, true],
    ['a group that is held has less than its neighbor', ['killed', 'held'], 1024, 768, 960, true],
    ['a brake takes nothing from who asks less', ['served', 'served'], 2048, 768, 512, true],
    ['one may not be enough', ['killed', 'killed'], 1024, 1280, 1920, false],
    ['the limit itself may be reached', ['served', 'served'], 1536, 512, 1024, false],
  ])('%s: %j', (_, expected, limit, web, report, brake) => {
    expect(fates(limit, web, report, brake)).toEqual(expected);
  });

  test('the limit always holds, and nobody is killed below it', () => {
    const asks = fc.integer({ min: 1, max: 5000 });
    fc.assert(
      fc.property(asks, asks, asks, fc.boolean(), (limit, web, report, brake) => {
        const served = shareOut(limit, [
          { id: 'web', asks: web, brake: false },
          { id: 'report', asks: report, brake },
        ]);
        const used = served.reduce((total, { has }) => total + has, 0);
        const wanted = web + (brake ? Math.min(BRAKE, report) : report);
        expect(used).toBeLessThanOrEqual(limit);
        expect(served.some(({ fate }) => fate === 'killed')).toBe(wanted > limit);
        for (const { has, asks: asked } of served) expect(has).toBeLessThanOrEqual(asked);
      }),
    );
  });
});

describe('the tree of control groups', () => {
  test('the limited group carries both, the other group stands beside it', () => {
    const stack = cgroups({ limit: '2', web: '768', report: '960', brake: 'off' });
    const down = (id: string) => downFrom(stack, id).map((layer) => layer.id);
    expect(down('web-process')).toEqual(['web-process', 'web', 'parent', 'root']);
    expect(down('report-process')).toEqual(['report-process', 'report', 'parent', 'root']);
    expect(down('other-process')).toEqual(['other-process', 'other', 'root']);
  });

  test('a sentence counts what the model counts', () => {
    for (const { name, state, stack } of statesOf('cgroups')) {
      const limit = Number(state['limit']) * 1024;
      const asked = Number(state['web']) + Number(state['report']);
      const shared = shareOut(limit, [
        { id: 'web', asks: Number(state['web']), brake: false },
        { id: 'report', asks: Number(state['report']), brake: state['brake'] === 'on' },
      ]);
      const used = shared.reduce((total, { has }) => total + has, 0);
      const killed = shared.some(({ fate }) => fate === 'killed');
      const held = shared.some(({ fate }) => fate === 'held');
      for (const locale of LOCALES) {
        expect(numbersIn(sentenceOf(stack, locale)), name).toEqual(
          killed ? [limit] : held ? [BRAKE, used, limit] : [asked, limit],
        );
      }
    }
  });

  test('whom the kernel has killed is no longer there', () => {
    for (const { name, state, stack } of statesOf('cgroups')) {
      const [web, report] = fates(
        Number(state['limit']) * 1024,
        Number(state['web']),
        Number(state['report']),
        state['brake'] === 'on',
      );
      expect(wordsAt(stack, 'web-process') === null, name).toBe(web === 'killed');
      expect(wordsAt(stack, 'report-process') === null, name).toBe(report === 'killed');
      expect(wordsAt(stack, 'other-process'), name).toContain('not under this limit');
    }
  });

  test('each process says what became of it', () => {
    const stack = cgroups({ limit: '1', web: '768', report: '960', brake: 'on' });
    expect(wordsAt(stack, 'web')).toBe('Group of the site, process killed, wanted 768');
    expect(wordsAt(stack, 'report-process')).toBe('Report job, 512 MiB of 960, held');
    expect(wordsAt(stack, 'report')).toBe('Group of the reports, memory.high = 512 MiB');
    expect(wordsAt(stack, 'parent')).toBe('Parent group, memory.max = 1024 MiB');
  });
});
