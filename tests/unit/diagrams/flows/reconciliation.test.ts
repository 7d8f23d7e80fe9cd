import { describe, expect, test } from 'vitest';
import { COPIES, reconcile } from '../../../../src/diagrams/flows/reconcile.ts';
import { reconciliation } from '../../../../src/diagrams/flows/reconciliation.ts';

const said = (desired: number, actual: number) =>
  reconcile(desired, actual).map(({ id, n }) => `${id} ${n}`);

describe('the reconcile loop', () => {
  test.each([
    [3, 3, ['observe 3', 'equal 3']],
    [3, 1, ['observe 1', 'missing 2', 'create 2', 'observe 3', 'equal 3']],
    [1, 5, ['observe 5', 'surplus 4', 'remove 4', 'observe 1', 'equal 1']],
    [2, 1, ['observe 1', 'missing 1', 'create 1', 'observe 2', 'equal 2']],
  ])('of %i desired and %i there does what is needed', (desired, actual, moves) => {
    expect(said(desired, actual)).toEqual(moves);
  });

  test('always ends with what was asked for, and acts only where the numbers differ', () => {
    for (const desired of COPIES)
      for (const actual of COPIES) {
        const moves = reconcile(desired, actual);
        expect(moves.at(-1)).toMatchObject({ id: 'equal', n: desired });
        expect(moves.some(({ id }) => id === 'create')).toBe(actual < desired);
        expect(moves.some(({ id }) => id === 'remove')).toBe(actual > desired);
      }
  });

  test('lights only what the picture draws', () => {
    const { model } = reconciliation;
    if (model.kind !== 'graph') throw new Error('The loop is boxes and arrows.');
    const drawn = [
      ...model.nodes.map(({ id }) => id),
      ...model.edges.map(({ from, to }) => `${from}-${to}`),
    ];
    const lit = COPIES.flatMap((n) => reconcile(n, 3).flatMap(({ lights }) => lights));
    expect(lit.filter((id) => !drawn.includes(id))).toEqual([]);
  });
});
