import type { FlowCase, StatesModel } from './flow.ts';

/** In the order of a life that goes through all of them. */
const model: StatesModel = {
  kind: 'states',
  directions: { wide: 'LR', narrow: 'TB' },
  states: [
    { id: 'created', kind: 'plain' },
    { id: 'running', kind: 'process' },
    { id: 'paused', kind: 'container' },
    { id: 'stopped', kind: 'plain' },
  ],
  transitions: [
    { id: 'create', from: '[*]', to: 'created' },
    { id: 'start', from: 'created', to: 'running' },
    { id: 'pause', from: 'running', to: 'paused' },
    { id: 'unpause', from: 'paused', to: 'running' },
    { id: 'stop', from: 'running', to: 'stopped' },
    { id: 'again', from: 'stopped', to: 'running' },
    { id: 'rm', from: 'stopped', to: '[*]' },
  ],
};

/** What a container can be, and the commands that lead from one state to another. */
export const lifeCycle: FlowCase = {
  id: 'life-cycle',
  model,
  steps: [
    { id: 'create', lights: ['create', 'created'] },
    { id: 'start', lights: ['start', 'running'] },
    { id: 'pause', lights: ['pause', 'paused'] },
    { id: 'unpause', lights: ['unpause', 'running'] },
    { id: 'stop', lights: ['stop', 'stopped'] },
    { id: 'again', lights: ['again', 'running'] },
    // Not an arrow of its own: it takes two that are there.
    { id: 'restart', lights: ['stop', 'stopped', 'again', 'running'] },
    { id: 'rm', lights: ['rm', 'end'] },
  ],
};
