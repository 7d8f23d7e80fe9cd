import { describe, expect, test } from 'vitest';
import { decision } from '../../../../src/diagrams/flows/decision.ts';
import { pathTo, QUESTIONS, walk, walked } from '../../../../src/diagrams/flows/questions.ts';

/** The scenarios of the course, and what is recommended to each. */
const SCENARIOS = [
  ['a program for Windows of 2008, on Linux hosts', 'no yes', 'vm'],
  ['an application whose license is tied to a machine', 'no no yes', 'vm'],
  ['three appliances beside a Kubernetes cluster', 'yes', 'kubevirt'],
  ['the secrets of a bank on a host that it does not trust', 'no no no yes', 'confidential'],
  ['jobs of unknown contributors', 'no no no no yes', 'sandbox'],
  ['a Windows image of an older version', 'no no no no no yes', 'hyperv'],
  ['two hundred copies, ten releases a day', 'no no no no no no yes', 'orchestrator'],
  ['development on a laptop', 'no no no no no no no yes', 'local'],
  ['most teams', 'no no no no no no no no', 'nodes'],
] as const;

describe('the decision tree', () => {
  test.each(SCENARIOS)('recommends to %s what the course does', (_, answers, recommended) => {
    expect(walk(answers.split(' ')).at).toBe(recommended);
  });

  test('reaches every recommendation, each by some answers, and asks no question twice', () => {
    const reached = new Set(SCENARIOS.map(([, answers]) => walk(answers.split(' ')).at));
    expect([...reached].sort()).toEqual(decision.steps.map(({ id }) => id).sort());
    const asked = walk('no no no no no no no no'.split(' ')).answered.map(
      ({ question }) => question,
    );
    expect(asked).toEqual(Object.keys(QUESTIONS));
  });

  test('stops at an answer that is none, and ignores answers after the end', () => {
    expect(walk(['no', 'maybe', 'yes'])).toEqual({
      answered: [{ question: 'cluster', answer: 'no' }],
      at: 'system',
    });
    expect(walk(['yes', 'yes', 'no']).answered).toHaveLength(1);
    expect(walk([])).toEqual({ answered: [], at: 'cluster' });
  });

  test('knows a way to every question and recommendation, and to nothing else', () => {
    if (decision.model.kind !== 'graph') throw new Error('The tree is boxes and arrows.');
    for (const { id } of decision.model.nodes) expect(walk(pathTo(id) ?? ['lost']).at).toBe(id);
    expect(pathTo('nowhere')).toBeUndefined();
  });

  test('lights the way that the answers went', () => {
    expect(walked(walk(['no', 'yes']))).toEqual([
      'cluster',
      'cluster-system',
      'system',
      'system-vm',
      'vm',
    ]);
  });
});
