import { edgeId, type FlowCase, type GraphModel } from './flow.ts';

/** A question, and where each answer leads: to another question or to a recommendation. */
interface Question {
  readonly yes: string;
  readonly no: string;
}

/** In the order in which they are asked: what rules most out comes first. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  cluster: { yes: 'kubevirt', no: 'system' },
  system: { yes: 'vm', no: 'legacy' },
  legacy: { yes: 'vm', no: 'host' },
  host: { yes: 'confidential', no: 'untrusted' },
  untrusted: { yes: 'sandbox', no: 'windows' },
  windows: { yes: 'hyperv', no: 'copies' },
  copies: { yes: 'orchestrator', no: 'desktop' },
  desktop: { yes: 'local', no: 'nodes' },
};

export const FIRST_QUESTION = 'cluster';

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

/** What answers so far have led through: the questions with their answers, and where one stands. */
export interface Walk {
  readonly answered: readonly { readonly question: string; readonly answer: keyof Question }[];
  readonly at: string;
}

/** Follows the answers from the first question; stops at the first that answers nothing. */
export function walk(answers: readonly string[]): Walk {
  const answered: { question: string; answer: keyof Question }[] = [];
  let at = FIRST_QUESTION;
  for (const answer of answers) {
    const question = QUESTIONS[at];
    if (!question || (answer !== 'yes' && answer !== 'no')) break;
    answered.push({ question: at, answer });
    at = question[answer];
  }
  return { answered, at };
}

/** The parts of the picture that a walk has come through, and the one where it stands. */
export function walked({ answered, at }: Walk): readonly string[] {
  return [
    ...answered.flatMap(({ question, answer }) => {
      const to = QUESTIONS[question]?.[answer] ?? '';
      return [question, edgeId({ from: question, to })];
    }),
    at,
  ];
}
