import type { Width } from '../metrics.ts';

/** What a part of a flow belongs to: it gives its color. `plain` belongs to no layer. */
export type Kind =
  'plain' | 'hardware' | 'hypervisor' | 'kernel' | 'container' | 'process' | 'application';

interface Part {
  readonly id: string;
  readonly kind: Kind;
}

/** Who speaks with whom, in order of time. */
export interface SequenceModel {
  readonly kind: 'sequence';
  readonly participants: readonly Part[];
  readonly messages: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly reply?: true;
  }[];
}

/** Where Mermaid draws from. */
type Directions = Readonly<Record<Width, 'TB' | 'LR'>>;

/** What a thing can be, and what leads from one to the other; `[*]` is before and after it. */
export interface StatesModel {
  readonly kind: 'states';
  readonly directions: Directions;
  readonly states: readonly Part[];
  readonly transitions: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
  }[];
}

/** Boxes and arrows: a tree of questions, a loop, the events of a story. */
export interface GraphModel {
  readonly kind: 'graph';
  readonly directions: Directions;
  /** The pixels after which the words of a node wrap. */
  readonly wrap: Readonly<Record<Width, number>>;
  /** What the nodes are; an end that is reached is round. */
  readonly nodes: readonly (Part & { readonly role: 'question' | 'end' | 'event' | 'stage' })[];
  /** `label` is the key of a text that several edges share. */
  readonly edges: readonly {
    readonly from: string;
    readonly to: string;
    readonly label?: string;
  }[];
}

export type FlowModel = SequenceModel | StatesModel | GraphModel;

/** One step of a walk: its text has the same id; `lights` are the parts of the picture it is about. */
export interface Step {
  readonly id: string;
  readonly lights: readonly string[];
}

/** A picture and the walk through it. */
export interface FlowCase {
  readonly id: string;
  readonly model: FlowModel;
  readonly steps: readonly Step[];
}

/** The id under which a picture marks an arrow that has no name of its own. */
export const edgeId = ({ from, to }: { readonly from: string; readonly to: string }): string =>
  `${from}-${to}`;
