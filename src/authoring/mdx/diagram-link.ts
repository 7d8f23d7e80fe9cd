import { DIAGRAM_SLUGS, diagramPath, type DiagramPageId } from '../../i18n/diagram-routes.ts';
import type { Locale } from '../../i18n/locales.ts';

const DIAGRAM_LINK = /^diagram:([a-z0-9-]+)$/;

/** The diagram whose page `diagram:id` names, known or not; null when it is another kind of link. */
export function parseDiagramLink(url: string): string | null {
  return DIAGRAM_LINK.exec(url)?.[1] ?? null;
}

export const isDiagramPage = (id: string): id is DiagramPageId => Object.hasOwn(DIAGRAM_SLUGS, id);

/** The path of such a link in a language; null when it is another kind of link, or leads nowhere. */
export function resolveDiagramLink(url: string, locale: Locale): string | null {
  const id = parseDiagramLink(url);
  return id !== null && isDiagramPage(id) ? diagramPath(id, locale) : null;
}
