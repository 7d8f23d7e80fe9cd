import { describe, expect, test } from 'vitest';
import type { StoreInTest } from '../store-contract.ts';
import { NOW } from '../support/sample-comment.ts';

export function auditContract(store: StoreInTest): void {
  const audit = (act: string, at: number, comment?: string) =>
    store().addAudit({ at, moderator: 'ann', act, ...(comment && { comment }) });

  describe('the audit', () => {
    test('keeps who did what to what, with its details', async () => {
      const full = {
        at: NOW,
        moderator: 'ann',
        act: 'rule-added',
        comment: 'c',
        tutorial: 'hybrid',
        detail: { value: 'été "\\ 🐳', count: 3, sure: true, of: null },
      };
      await store().addAudit(full);
      await store().addAudit({ at: NOW - 1, moderator: null, act: 'swept' });
      const { entries, next } = await store().auditLog({ limit: 10 });
      expect(entries.map(({ id: _, ...same }) => same)).toEqual([
        full,
        {
          at: NOW - 1,
          moderator: null,
          act: 'swept',
          comment: null,
          tutorial: null,
          detail: null,
        },
      ]);
      expect(next).toBeNull();
    });

    test('is read page by page, the latest first, each act once', async () => {
      for (let n = 0; n < 7; n += 1) await audit(`act-${n}`, NOW + (n >> 1));
      const seen: string[] = [];
      let before: string | undefined;
      do {
        const page = await store().auditLog({ limit: 3, ...(before && { before }) });
        seen.push(...page.entries.map(({ at }) => String(at - NOW)));
        before = page.next ?? undefined;
      } while (before);
      expect(seen).toEqual(['3', '2', '2', '1', '1', '0', '0']);
    });

    test('tells what was done to one comment alone', async () => {
      await audit('note', NOW, 'one');
      await audit('note', NOW + 1, 'two');
      await audit('edit', NOW + 2, 'one');
      const { entries } = await store().auditLog({ limit: 10, comment: 'one' });
      expect(entries.map(({ act }) => act)).toEqual(['edit', 'note']);
    });

    test('starts from the top for a place that no page gave out', async () => {
      await audit('note', NOW);
      const { entries } = await store().auditLog({ limit: 10, before: '../x' });
      expect(entries).toHaveLength(1);
    });
  });
}
