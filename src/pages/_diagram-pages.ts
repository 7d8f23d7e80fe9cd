import { FLOWS, type FlowId } from '../diagrams/flows/flow-catalogue.ts';
import { MODEL_IDS, type ModelId } from '../diagrams/models/catalogue.ts';
import { sourcesOf } from '../diagrams/models/sources.ts';
import { wordsOf } from '../diagrams/picture-source.ts';
import type { DiagramPageId } from '../i18n/diagram-routes.ts';
import type { Locale } from '../i18n/locales.ts';
import { MESSAGES } from '../i18n/translations.ts';

/** What stands on the page of a stack: the diagram, its sources, and the section that teaches it. */
interface StackPage {
  readonly diagram: string;
  readonly sources: readonly string[];
}

type StackPageId = Exclude<DiagramPageId, FlowId | ModelId>;

const STACK_PAGES: Readonly<Record<StackPageId, StackPage>> = {
  physical: { diagram: 'physical', sources: ['docker-security', 'nist-800-125'] },
  virtual: {
    diagram: 'virtual',
    sources: ['nist-800-125', 'nist-800-125a', 'wikipedia-venom', 'kvm-2620', 'gvisor-security'],
  },
  containers: {
    diagram: 'containers',
    sources: ['docker-security', 'man-namespaces', 'oci-image-spec', 'kubernetes-multi-tenancy'],
  },
  'three-stacks': {
    diagram: 'three-stacks',
    sources: ['ms-containers-vs-vm', 'kubernetes-multi-tenancy', 'kata-virtualization'],
  },
  hybrid: {
    diagram: 'patterns',
    sources: [
      'ms-container-security',
      'kata-virtualization',
      'gvisor-security',
      'kubevirt-architecture',
      'confidential-containers',
      'ms-nested-virtualization',
      'docker-security',
      'wikipedia-venom',
    ],
  },
  ladder: {
    diagram: 'ladder',
    sources: [
      'docker-security',
      'kubernetes-multi-tenancy',
      'gvisor-security',
      'kata-virtualization',
      'confidential-containers',
    ],
  },
  windows: {
    diagram: 'windows',
    sources: ['ms-hyperv-isolation', 'ms-container-security', 'ms-hyperv-tlfs'],
  },
};

/** The pages of diagrams by what they are about, in the order of the course. */
export const DIAGRAM_TOPICS = {
  machines: ['physical', 'virtual', 'migration', 'memory'],
  containers: ['containers', 'images', 'life-cycle', 'pull', 'namespaces', 'cgroups', 'syscalls'],
  both: ['three-stacks', 'compatibility', 'hybrid'],
  isolation: ['ladder', 'incidents', 'windows', 'windows-versions', 'attestation'],
  running: ['decision', 'reconciliation'],
} as const satisfies Readonly<Record<string, readonly DiagramPageId[]>>;

/** The section of a lesson that teaches what a diagram shows. */
export const TAUGHT_IN: Readonly<Partial<Record<DiagramPageId, readonly [string, string]>>> = {
  physical: ['virtualization', 'what-is-virtual'],
  virtual: ['virtualization', 'hypervisor-types'],
  migration: ['virtualization', 'moving-machines'],
  memory: ['virtualization', 'costs'],
  containers: ['containerization', 'what-is-a-container'],
  images: ['containerization', 'images'],
  pull: ['containerization', 'images'],
  'life-cycle': ['containerization', 'what-is-a-container'],
  namespaces: ['containerization', 'what-is-a-container'],
  cgroups: ['containerization', 'what-is-a-container'],
  syscalls: ['containerization', 'shared-kernel'],
  'three-stacks': ['hybrid', 'why-combine'],
  compatibility: ['containerization', 'distribution-and-kernel'],
  hybrid: ['hybrid', 'two-patterns'],
  ladder: ['hybrid', 'other-patterns'],
  incidents: ['containerization', 'when-isolation-fails'],
  windows: ['hybrid', 'hyper-v-isolation'],
  'windows-versions': ['hybrid', 'hyper-v-isolation'],
  decision: ['hybrid', 'choosing'],
  attestation: ['hybrid', 'other-patterns'],
};

export const isFlow = (id: DiagramPageId): id is FlowId => id in FLOWS;
export const isModel = (id: DiagramPageId): id is ModelId =>
  MODEL_IDS.some((model) => model === id);

/** What the page of a diagram shows, what it says of it, and what it rests on. */
export function diagramPage(id: DiagramPageId, locale: Locale) {
  const stack = isFlow(id) || isModel(id) ? { diagram: id, sources: [] } : STACK_PAGES[id];
  const { diagram } = stack;
  const words = isFlow(id) ? MESSAGES[locale].flows : wordsOf(diagram, locale);
  const { title, lead }: { title: Words; lead: Words } = words;
  const sources = isFlow(id) ? FLOWS[id].sources : isModel(id) ? sourcesOf[id] : stack.sources;
  return { diagram, title: title[diagram] ?? id, lead: lead[diagram] ?? '', sources };
}

type Words = Readonly<Record<string, string>>;
