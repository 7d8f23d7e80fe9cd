import { edgeId, type FlowCase, type Kind } from './flow.ts';

/** A story as a chain of events; the flaw lies in a layer, which colors the first of them. */
function incident(id: string, layer: Kind, events: readonly string[]): FlowCase {
  const edges = events.slice(1).map((to, index) => ({ from: events[index] ?? '', to }));
  return {
    id,
    model: {
      kind: 'graph',
      directions: { wide: 'LR', narrow: 'TB' },
      wrap: { wide: 104, narrow: 236 },
      nodes: events.map((event, index) => ({
        id: event,
        kind: index === 0 ? layer : 'plain',
        role: 'event',
      })),
      edges,
    },
    steps: events.map((event, index) => {
      const arrival = edges[index - 1];
      return { id: event, lights: arrival ? [event, edgeId(arrival)] : [event] };
    }),
  };
}

/** Three flaws that let somebody out, and how each became known. */
export const INCIDENTS: readonly FlowCase[] = [
  incident('venom', 'hypervisor', ['origin', 'found', 'disclosed', 'updates']),
  incident('runc', 'container', ['origin', 'announced', 'updates', 'lesson']),
  incident('leaky', 'container', ['origin', 'reserved', 'disclosed', 'building']),
];
