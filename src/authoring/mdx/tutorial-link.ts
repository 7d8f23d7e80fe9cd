import type { Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';

const TUTORIAL_LINK = /^tutorial:([a-z0-9-]+)(#[a-z0-9-]+)?$/;

/** The lesson and section that `tutorial:id#section` names; null when it is another kind of link. */
export function parseTutorialLink(url: string): { id: string; section: string | null } | null {
  const match = TUTORIAL_LINK.exec(url);
  return match?.[1] === undefined ? null : { id: match[1], section: match[2]?.slice(1) ?? null };
}

/** The path of such a link in a language; null when it is another kind of link. */
export function resolveTutorialLink(
  url: string,
  locale: Locale,
  lessonOf: (id: string) => TutorialEntry,
): string | null {
  const link = parseTutorialLink(url);
  if (!link) return null;
  return `${lessonOf(link.id).path[locale]}${link.section === null ? '' : `#${link.section}`}`;
}
