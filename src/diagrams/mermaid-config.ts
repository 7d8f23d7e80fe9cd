/**
 * What Mermaid is told. Its defaults change with its versions (12 draws with ELK and a look of
 * its own), so nothing is left to them. All lines are measured at the size of notes: a label
 * then never makes Mermaid widen a plate that the layout has sized for it.
 */
export const MERMAID_CONFIG = {
  startOnLoad: false,
  securityLevel: 'strict',
  deterministicIds: true,
  htmlLabels: false,
  layout: 'stack',
  theme: 'base',
  look: 'classic',
  fontFamily: 'Labels',
  themeVariables: { fontFamily: 'Labels', fontSize: '13px' },
  flowchart: { htmlLabels: false, padding: 0, wrappingWidth: 2000 },
} as const;
