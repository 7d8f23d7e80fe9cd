import type { FlowModel } from './flow.ts';
import type { Width } from '../metrics.ts';

const COMMON = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  htmlLabels: false,
  layout: 'dagre',
  theme: 'base',
  look: 'classic',
  fontFamily: 'Labels',
  // Another size here would overrule those of sequences.
  fontSize: 0,
  themeVariables: { fontFamily: 'Labels', fontSize: '15px' },
} as const;

const SEQUENCE = {
  height: 44,
  boxMargin: 0,
  diagramMarginX: 0,
  diagramMarginY: 0,
  mirrorActors: false,
  wrap: true,
  wrapPadding: 1,
  messageMargin: 36,
  actorFontFamily: 'Labels',
  actorFontSize: 15,
  messageFontFamily: 'Labels',
} as const;

const STATES = { padding: 10 } as const;

const GRAPH = {
  htmlLabels: false,
  curve: 'linear',
  padding: 10,
  diagramPadding: 0,
  minNodeWidth: 0,
} as const;

/** What Mermaid is told of each kind of flow, for pages and for phones. */
const CONFIGS = {
  sequence: {
    wide: { sequence: { ...SEQUENCE, width: 120, actorMargin: 54, messageFontSize: 15 } },
    narrow: { sequence: { ...SEQUENCE, width: 66, actorMargin: 5, messageFontSize: 13 } },
  },
  states: {
    wide: { state: { ...STATES, nodeSpacing: 64, rankSpacing: 32, minNodeWidth: 76 } },
    narrow: { state: { ...STATES, nodeSpacing: 16, rankSpacing: 30, minNodeWidth: 72 } },
  },
  graph: {
    wide: { flowchart: { ...GRAPH, nodeSpacing: 32, rankSpacing: 30 } },
    narrow: { flowchart: { ...GRAPH, padding: 7, nodeSpacing: 8, rankSpacing: 24 } },
  },
} as const satisfies Record<FlowModel['kind'], Record<Width, object>>;

/** The whole configuration with which a flow is rendered at that width. */
export function flowConfig(model: FlowModel, width: Width) {
  if (model.kind !== 'graph') return { ...COMMON, ...CONFIGS[model.kind][width] };
  const { flowchart } = CONFIGS.graph[width];
  return { ...COMMON, flowchart: { ...flowchart, wrappingWidth: model.wrap[width] } };
}
