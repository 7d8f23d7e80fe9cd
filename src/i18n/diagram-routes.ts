import type { Locale, Localized } from './locales.ts';

/** The path segments of the pages of diagrams; ids never change, segments are translated. */
const SEGMENTS = {
  diagrams: { fr: 'schemas', en: 'diagrams' },
  workbench: { fr: 'atelier', en: 'workbench' },
  measurements: { fr: 'mesures', en: 'measurements' },
  sheet: { fr: 'planche', en: 'contact-sheet' },
} as const satisfies Record<string, Localized>;

/** The diagrams that have a page of their own, in the order of the course. */
export const DIAGRAM_SLUGS = {
  physical: { fr: 'ordinateur-physique', en: 'physical-computer' },
  virtual: { fr: 'machines-virtuelles', en: 'virtual-machines' },
  migration: { fr: 'migration-a-chaud', en: 'live-migration' },
  memory: { fr: 'surallocation-de-memoire', en: 'memory-overcommitment' },
  containers: { fr: 'conteneurs', en: 'containers' },
  images: { fr: 'couches-d-image', en: 'image-layers' },
  'life-cycle': { fr: 'cycle-de-vie-d-un-conteneur', en: 'container-life-cycle' },
  pull: { fr: 'du-registre-au-conteneur', en: 'from-registry-to-container' },
  namespaces: { fr: 'espaces-de-noms', en: 'namespaces' },
  cgroups: { fr: 'groupes-de-controle', en: 'cgroups' },
  syscalls: { fr: 'filtre-d-appels-systeme', en: 'system-call-filter' },
  'three-stacks': { fr: 'trois-piles', en: 'three-stacks' },
  compatibility: { fr: 'compatibilite', en: 'compatibility' },
  hybrid: { fr: 'hybride', en: 'hybrid' },
  ladder: { fr: 'echelle-d-isolation', en: 'isolation-ladder' },
  incidents: { fr: 'incidents', en: 'incidents' },
  windows: { fr: 'conteneurs-windows', en: 'windows-containers' },
  'windows-versions': { fr: 'versions-de-windows', en: 'windows-versions' },
  decision: { fr: 'choisir', en: 'choosing' },
  reconciliation: { fr: 'boucle-de-reconciliation', en: 'reconcile-loop' },
  attestation: { fr: 'attestation', en: 'attestation' },
} as const satisfies Record<string, Localized>;

export type DiagramPageId = keyof typeof DIAGRAM_SLUGS;

/** The path segment of a kind of page. */
export function diagramSegment(page: keyof typeof SEGMENTS, locale: Locale): string {
  return SEGMENTS[page][locale];
}

/** Path of the list of diagrams. */
export function diagramsPath(locale: Locale): string {
  return `/${locale}/${SEGMENTS.diagrams[locale]}/`;
}

/** Path of the page of one diagram. */
export function diagramPath(id: DiagramPageId, locale: Locale): string {
  return `${diagramsPath(locale)}${DIAGRAM_SLUGS[id][locale]}/`;
}

/** Path of the page of every picture; nothing links to it. */
export function contactSheetPath(locale: Locale): string {
  return `${diagramsPath(locale)}${SEGMENTS.sheet[locale]}/`;
}

/** Path of the page on which one builds a stack of one's own. */
export function workbenchPath(locale: Locale): string {
  return `/${locale}/${SEGMENTS.workbench[locale]}/`;
}

/** Path of the page of measured figures. */
export function measurementsPath(locale: Locale): string {
  return `/${locale}/${SEGMENTS.measurements[locale]}/`;
}
