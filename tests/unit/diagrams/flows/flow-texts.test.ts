import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  FLOW_CASES,
  FLOW_IDS,
  FLOW_SOURCES,
} from '../../../../src/diagrams/flows/flow-catalogue.ts';
import { firstMoves, flowSteps } from '../../../../src/diagrams/flows/flow-steps.ts';
import { flowWords, mermaidOf } from '../../../../src/diagrams/flows/flow-words.ts';
import type { FlowModel } from '../../../../src/diagrams/flows/flow.ts';
import { QUESTIONS } from '../../../../src/diagrams/flows/questions.ts';
import { LOCALES } from '../../../../src/i18n/locales.ts';
import { MESSAGES } from '../../../../src/i18n/translations.ts';

/** The ids of all that has words in the picture. */
function labeled(model: FlowModel): readonly string[] {
  switch (model.kind) {
    case 'sequence':
      return [...model.participants, ...model.messages].map(({ id }) => id);
    case 'states':
      return [...model.states, ...model.transitions].map(({ id }) => id);
    case 'graph':
      return [
        ...model.nodes.map(({ id }) => id),
        ...model.edges.flatMap(({ label }) => (label === undefined ? [] : [label])),
      ];
  }
}

describe.each(LOCALES)('the words of flows in %s', (locale) => {
  const texts = MESSAGES[locale].flows;

  test('are there for every part and step, and for nothing else', () => {
    const labels: Readonly<Record<string, object>> = texts.label;
    const steps: Readonly<Record<string, object>> = texts.step;
    expect(Object.keys(labels).sort()).toEqual(FLOW_CASES.map(({ id }) => id).sort());
    for (const { id, model, steps: walked } of FLOW_CASES) {
      expect(Object.keys(labels[id] ?? {}).sort()).toEqual([...new Set(labeled(model))].sort());
      if (id === 'reconciliation') continue;
      expect(Object.keys(steps[id] ?? {}).sort()).toEqual(walked.map((step) => step.id).sort());
    }
    expect(Object.keys(texts.ask)).toEqual(Object.keys(QUESTIONS));
    for (const titles of [texts.title, texts.lead]) {
      expect(Object.keys(titles).sort()).toEqual([...FLOW_IDS].sort());
    }
    const cases = FLOW_CASES.map(({ id }) => id);
    expect(Object.keys(texts.sentence).sort()).toEqual(cases.toSorted());
    expect(Object.keys(texts.picture)).toEqual(cases.filter((id) => !(id in texts.title)));
  });

  test('state the moves of the loop in the number that they are about', () => {
    const moves = firstMoves(texts.step.reconciliation).map(({ text }) => text);
    expect(moves).toEqual(
      {
        fr: [
          'Le contrôleur observe\u00a0: 1 copie existe.',
          'Il compare\u00a0: il manque 2 copies.',
          'Il agit\u00a0: il demande la création de 2 copies.',
          'Le contrôleur observe\u00a0: 3 copies existent.',
          'Il compare\u00a0: 3 copies voulues, 3 observées. Il n’a rien à faire, et continue d’observer.',
        ],
        en: [
          'The controller observes: 1 copy exists.',
          'It compares: 2 copies are missing.',
          'It acts: it asks for 2 copies to be created.',
          'The controller observes: 3 copies exist.',
          'It compares: 3 copies desired, 3 observed. It has nothing to do, and goes on observing.',
        ],
      }[locale],
    );
  });

  test('pair their backticks, and say of a missing text which it is', () => {
    for (const { id, steps } of FLOW_CASES.filter((flow) => flow.id !== 'reconciliation')) {
      const words = flowWords(id, locale);
      for (const text of [words.sentence, ...flowSteps(steps, words).map((step) => step.text)]) {
        expect(text.split('`').length % 2).toBe(1);
      }
    }
    expect(() => flowWords('pull', locale).step('nothing')).toThrow('flows:step.pull.nothing');
  });
});

const linesOf = (id: string) => {
  const flow = FLOW_CASES.find((one) => one.id === id);
  if (!flow) throw new Error(`no flow ${id}`);
  return mermaidOf(flow, 'en', 'wide').split('\n');
};

describe('the Mermaid text of a flow', () => {
  test.each([
    ['pull', 0, 'sequenceDiagram'],
    ['pull', 3, '  autonumber'],
    ['pull', 4, '  participant client as Client'],
    ['pull', 8, '  client->>engine: run this image'],
    ['pull', 10, '  registry-->>engine: manifest and digests'],
    ['life-cycle', 0, 'stateDiagram-v2'],
    ['life-cycle', 1, '  direction LR'],
    ['life-cycle', 4, '  state "Created" as created'],
    ['life-cycle', 8, '  [*] --> created: create'],
    ['decision', 0, 'flowchart TB'],
    ['decision', 3, '  cluster["Virtual machines to keep, on Kubernetes"]'],
    ['decision', 5, '  kubevirt("Virtual machine by KubeVirt")'],
    ['venom', 0, 'flowchart LR'],
    ['venom', 7, '  origin --> found'],
  ])('of %s has in line %i what its model says', (id, line, text) => {
    expect(linesOf(id)[line]).toBe(text);
  });

  test('names and describes the picture, and differs between widths in its direction alone', () => {
    for (const flow of FLOW_CASES)
      for (const locale of LOCALES) {
        const { title, sentence } = flowWords(flow.id, locale);
        const wide = mermaidOf(flow, locale, 'wide');
        expect(wide).toContain(`accTitle: ${title}\n`);
        expect(wide).toContain(`accDescr: ${sentence.replaceAll('`', '')}\n`);
        const turned = (text: string) => text.replace(/(flowchart|direction) (LR|TB)/, '$1');
        expect(turned(mermaidOf(flow, locale, 'narrow'))).toBe(turned(wide));
      }
  });
});

test('every source of a flow is one of the course', () => {
  const known = new Set(
    readFileSync('content/sources.yaml', 'utf8').match(/^[a-z\d][\w-]*(?=:$)/gm) ?? [],
  );
  expect(FLOW_SOURCES.filter((key) => !known.has(key))).toEqual([]);
});
