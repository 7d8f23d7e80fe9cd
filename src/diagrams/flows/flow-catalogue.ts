import type { DiagramPageId } from '../../i18n/diagram-routes.ts';
import { attestation } from './attestation.ts';
import { decision } from './decision.ts';
import type { FlowCase } from './flow.ts';
import { INCIDENTS } from './incidents.ts';
import { lifeCycle } from './life-cycle.ts';
import { pull } from './pull.ts';
import { reconciliation } from './reconciliation.ts';

/** A flow: one picture to walk through, or several of a kind to choose from. */
export interface Flow {
  readonly cases: readonly FlowCase[];
  /** Keys of `content/sources.yaml`: what the steps say stands there. */
  readonly sources: readonly string[];
}

export type FlowId = Extract<
  DiagramPageId,
  'life-cycle' | 'pull' | 'incidents' | 'decision' | 'reconciliation' | 'attestation'
>;

/** Every flow, in the order of the course. */
export const FLOWS: Readonly<Record<FlowId, Flow>> = {
  'life-cycle': {
    cases: [lifeCycle],
    sources: ['docker-create', 'docker-pause', 'docker-stop', 'docker-persisting-data'],
  },
  pull: {
    cases: [pull],
    sources: ['oci-distribution-spec', 'oci-image-spec', 'oci-runtime-spec', 'docker-registry'],
  },
  incidents: {
    cases: INCIDENTS,
    sources: [
      'wikipedia-venom',
      'bernat-venom',
      'github-cve-2019-5736',
      'kubernetes-runc-cve',
      'docker-18-09-2',
      'runc-cve-2024-21626',
      'cve-2024-21626',
      'openssf-leaky-vessels',
    ],
  },
  decision: {
    cases: [decision],
    sources: [
      'ms-containers-vs-vm',
      'ms-version-compatibility',
      'ms-container-security',
      'kubernetes-multi-tenancy',
      'confidential-containers',
      'kubevirt-architecture',
      'docker-desktop-linux',
      'ms-wsl-about',
      'gvisor-readme',
    ],
  },
  reconciliation: { cases: [reconciliation], sources: ['kubernetes-controllers'] },
  attestation: {
    cases: [attestation],
    sources: ['trustee-kbs-protocol', 'trustee', 'confidential-containers'],
  },
};

export const FLOW_IDS = Object.keys(FLOWS) as FlowId[];

/** Every picture of a flow. */
export const FLOW_CASES: readonly FlowCase[] = Object.values(FLOWS).flatMap(({ cases }) => cases);

/** Every source that some flow rests on. */
export const FLOW_SOURCES: readonly string[] = Object.values(FLOWS).flatMap(
  ({ sources }) => sources,
);
