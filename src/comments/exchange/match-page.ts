import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { TutorialEntry } from '../../i18n/tutorial-index.ts';
import { ExchangeError } from './exchange-error.ts';
import type { SourcePage } from './source-comment.ts';

export interface PageMatch {
  readonly tutorial: string;
  /** Where the address is that of one language's page. */
  readonly locale: Locale | null;
}

export type PageMatcher = (page: SourcePage) => PageMatch | null;

/**
 * Finds the tutorial that a page of another system has become: as the operator says (by slug, link,
 * path of the link, or id), else by its path, or by a slug that is a tutorial's id or slug.
 *
 * @throws ExchangeError when `map` names a tutorial that there is none of.
 */
export function pageMatcher(
  tutorials: Iterable<TutorialEntry>,
  map: ReadonlyMap<string, string>,
): PageMatcher {
  const known = new Map<string, PageMatch>();
  const ids: string[] = [];
  for (const { id, path } of tutorials) {
    ids.push(id);
    for (const locale of LOCALES) {
      known.set(`path ${trimmed(path[locale])}`, { tutorial: id, locale });
      known.set(`slug ${lastSegment(path[locale])}`, { tutorial: id, locale: null });
    }
  }
  for (const id of ids) known.set(`slug ${id}`, { tutorial: id, locale: null });
  const said = new Map<string, string>();
  for (const [from, tutorial] of map) {
    if (!ids.includes(tutorial))
      throw new ExchangeError(
        `--map ${from}=${tutorial}: there is no tutorial ${tutorial}. There are: ${ids.join(', ')}.`,
      );
    said.set(trimmed(from), tutorial);
  }
  return ({ tutorial, id, slug, link }) => {
    const path = URL.parse(link)?.pathname ?? '';
    const names = [slug, readable(slug), link, path, readable(path), id].map(trimmed);
    const mapped = names.find((name) => name !== '' && said.has(name));
    const page = known.get(`path ${trimmed(path)}`);
    if (mapped !== undefined)
      return { tutorial: said.get(mapped) ?? '', locale: page?.locale ?? null };
    if (tutorial !== undefined) return ids.includes(tutorial) ? { tutorial, locale: null } : null;
    return page ?? known.get(`slug ${readable(slug)}`) ?? null;
  };
}

function trimmed(address: string): string {
  return address.trim().replace(/^(?!https?:)\/|\/+$/g, '');
}

function lastSegment(path: string): string {
  return trimmed(path).split('/').at(-1) ?? '';
}

/** WordPress keeps slugs percent-encoded. */
function readable(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}
