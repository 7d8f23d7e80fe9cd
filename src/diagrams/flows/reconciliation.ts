import type { FlowCase, GraphModel } from './flow.ts';
import { FIRST_COUNTS, reconcile } from './reconcile.ts';

const model: GraphModel = {
  kind: 'graph',
  directions: { wide: 'LR', narrow: 'TB' },
  wrap: { wide: 120, narrow: 120 },
  nodes: [
    { id: 'desired', kind: 'application', role: 'end' },
    { id: 'observe', kind: 'process', role: 'stage' },
    { id: 'compare', kind: 'process', role: 'stage' },
    { id: 'act', kind: 'container', role: 'stage' },
  ],
  edges: [
    { from: 'desired', to: 'compare' },
    { from: 'observe', to: 'compare' },
    { from: 'compare', to: 'act', label: 'differ' },
    { from: 'act', to: 'observe', label: 'repeat' },
    { from: 'compare', to: 'observe', label: 'agree' },
  ],
};

/** The loop that keeps what is there like what is asked for. */
export const reconciliation: FlowCase = {
  id: 'reconciliation',
  model,
  steps: reconcile(FIRST_COUNTS.desired, FIRST_COUNTS.actual),
};
