type Break = 'paragraph' | 'line' | 'space';

/**
 * Tags that are not kept but at which a browser would begin a new paragraph, line or cell: what
 * stood apart stays apart (`<li>one</li><li>two</li>` is two lines, not `onetwo`).
 */
const TAGS_BY_BREAK: Readonly<Record<Break, string>> = {
  paragraph:
    'p address article aside center details dialog dir dl fieldset figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hgroup hr listing main menu nav ol pre search section table ul',
  line: 'caption dd div dt figcaption legend li summary tbody tfoot thead tr',
  space: 'option td th',
};

const BREAK_OF_TAG: ReadonlyMap<string, Break> = new Map(
  (['paragraph', 'line', 'space'] as const).flatMap((kind) =>
    TAGS_BY_BREAK[kind].split(' ').map((tag) => [tag, kind]),
  ),
);

/** What parts at a tag that is not kept, if anything does. */
export function breakAtTag(tag: string): Break | undefined {
  return BREAK_OF_TAG.get(tag);
}
