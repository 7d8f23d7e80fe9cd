import type { FlowCase, SequenceModel } from './flow.ts';

/** After the protocol of Trustee's key broker: request, challenge, evidence, response. */
const model: SequenceModel = {
  kind: 'sequence',
  participants: [
    { id: 'host', kind: 'hypervisor' },
    { id: 'pod', kind: 'container' },
    { id: 'keys', kind: 'application' },
    { id: 'verifier', kind: 'process' },
  ],
  messages: [
    { id: 'boot', from: 'host', to: 'pod' },
    { id: 'request', from: 'pod', to: 'keys' },
    { id: 'challenge', from: 'keys', to: 'pod', reply: true },
    { id: 'evidence', from: 'pod', to: 'keys' },
    { id: 'check', from: 'keys', to: 'verifier' },
    { id: 'verdict', from: 'verifier', to: 'keys', reply: true },
    { id: 'key', from: 'keys', to: 'pod', reply: true },
    { id: 'open', from: 'pod', to: 'pod' },
  ],
};

/** How a pod that distrusts its host gets the key to its data. */
export const attestation: FlowCase = {
  id: 'attestation',
  model,
  steps: model.messages.map(({ id }) => ({ id, lights: [id] })),
};
