import type { FlowCase, GraphModel } from './flow.ts';
import { FIRST_QUESTION, QUESTIONS } from './questions.ts';

/** What is recommended, by the layer that carries it. */
const RECOMMENDATIONS = {
  kubevirt: 'hypervisor',
  vm: 'hypervisor',
  confidential: 'hardware',
  sandbox: 'kernel',
  hyperv: 'kernel',
  orchestrator: 'container',
  local: 'container',
  nodes: 'container',
} as const;

/**
 * Questions and recommendations in such an order that these stand right and left of the questions
 * by turns: Mermaid then lets the tree grow down, not aside.
 */
function inTurns(): readonly string[] {
  const order = new Set([FIRST_QUESTION]);
  let right = true;
  for (const { yes, no } of Object.values(QUESTIONS)) {
    if (right) order.add(no).add(yes);
    else order.add(yes).add(no);
    const next = QUESTIONS[no];
    if (next?.yes !== yes) right = !right;
  }
  return [...order];
}

const nodeOf = (id: string): GraphModel['nodes'][number] =>
  id in QUESTIONS
    ? { id, kind: 'plain', role: 'question' }
    : { id, kind: RECOMMENDATIONS[id as keyof typeof RECOMMENDATIONS], role: 'end' };

const model: GraphModel = {
  kind: 'graph',
  directions: { wide: 'TB', narrow: 'TB' },
  wrap: { wide: 230, narrow: 95 },
  nodes: inTurns().map(nodeOf),
  edges: Object.entries(QUESTIONS).flatMap(([from, { yes, no }]) => [
    { from, to: yes, label: 'yes' },
    { from, to: no, label: 'no' },
  ]),
};

/** Which form of isolation for which need. */
export const decision: FlowCase = {
  id: 'decision',
  model,
  steps: Object.keys(RECOMMENDATIONS).map((id) => ({ id, lights: [id] })),
};
