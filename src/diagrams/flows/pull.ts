import type { FlowCase, SequenceModel } from './flow.ts';

const model: SequenceModel = {
  kind: 'sequence',
  participants: [
    { id: 'client', kind: 'application' },
    { id: 'engine', kind: 'container' },
    { id: 'registry', kind: 'hardware' },
    { id: 'runtime', kind: 'process' },
  ],
  messages: [
    { id: 'run', from: 'client', to: 'engine' },
    { id: 'ask', from: 'engine', to: 'registry' },
    { id: 'manifest', from: 'registry', to: 'engine', reply: true },
    { id: 'want', from: 'engine', to: 'registry' },
    { id: 'layers', from: 'registry', to: 'engine', reply: true },
    { id: 'verify', from: 'engine', to: 'engine' },
    { id: 'create', from: 'engine', to: 'runtime' },
    { id: 'started', from: 'runtime', to: 'engine', reply: true },
    { id: 'output', from: 'engine', to: 'client', reply: true },
  ],
};

/** From a name typed by somebody to a running container. */
export const pull: FlowCase = {
  id: 'pull',
  model,
  steps: model.messages.map(({ id }) => ({ id, lights: [id] })),
};
