import type { FlowModel, GraphModel, SequenceModel, StatesModel } from './flow.ts';
import type { Width } from '../metrics.ts';

/** The words of a flow in one language: a label by the id of its part. */
export type Label = (id: string) => string;

const quoted = (text: string) => `"${text.replaceAll('"', '#quot;')}"`;

function sequence({ participants, messages }: SequenceModel, label: Label): readonly string[] {
  return [
    'autonumber',
    ...participants.map(({ id }) => `participant ${id} as ${label(id)}`),
    ...messages.map(
      ({ id, from, to, reply }) => `${from}${reply ? '-->>' : '->>'}${to}: ${label(id)}`,
    ),
  ];
}

function states({ states, transitions }: StatesModel, label: Label): readonly string[] {
  return [
    ...states.map(({ id }) => `state ${quoted(label(id))} as ${id}`),
    ...transitions.map(({ id, from, to }) => `${from} --> ${to}: ${label(id)}`),
  ];
}

function graph({ nodes, edges }: GraphModel, label: Label): readonly string[] {
  return [
    ...nodes.map(({ id, role }) => {
      const words = quoted(label(id));
      return role === 'end' ? `${id}(${words})` : `${id}[${words}]`;
    }),
    ...edges.map(({ from, to, label: key }) =>
      key === undefined ? `${from} --> ${to}` : `${from} -->|${label(key)}| ${to}`,
    ),
  ];
}

function head(model: FlowModel, width: Width): readonly string[] {
  if (model.kind === 'sequence') return ['sequenceDiagram'];
  const direction = model.directions[width];
  return model.kind === 'graph'
    ? [`flowchart ${direction}`]
    : ['stateDiagram-v2', `  direction ${direction}`];
}

function body(model: FlowModel, label: Label): readonly string[] {
  switch (model.kind) {
    case 'sequence':
      return sequence(model, label);
    case 'states':
      return states(model, label);
    case 'graph':
      return graph(model, label);
  }
}

/** The flow as the text that Mermaid draws at that width; only its direction depends on the width. */
export function flowMermaid(
  model: FlowModel,
  width: Width,
  { title, description, label }: { title: string; description: string; label: Label },
): string {
  return [
    ...head(model, width),
    `  accTitle: ${title}`,
    `  accDescr: ${description}`,
    ...body(model, label).map((line) => `  ${line}`),
    '',
  ].join('\n');
}
