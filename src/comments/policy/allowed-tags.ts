/**
 * The whole of what a comment may hold: each tag with its attributes. The form prints this table,
 * the policy filters by it, and the browser builds no element that is not in it.
 */
export const ALLOWED_TAGS = Object.freeze({
  a: ['href', 'title'],
  abbr: ['title'],
  acronym: ['title'],
  b: [],
  blockquote: ['cite'],
  cite: [],
  code: [],
  del: ['datetime'],
  em: [],
  i: [],
  q: ['cite'],
  strike: [],
  strong: [],
} as const satisfies Readonly<Record<string, readonly string[]>>);

export type AllowedTag = keyof typeof ALLOWED_TAGS;

export function isAllowedTag(tag: string): tag is AllowedTag {
  return Object.hasOwn(ALLOWED_TAGS, tag);
}

/** Attributes whose value is an address, and is kept only when {@link isSafeUrl} says so. */
export const URL_ATTRIBUTES: ReadonlySet<string> = new Set(['href', 'cite']);

/** The relation that the policy writes on every link: not endorsed, user's own, no handle on the opener. */
export const LINK_REL = 'nofollow ugc noopener';

/** Whether an element may stand directly in one of its kind; the others end where they begin anew. */
export function mayNest(tag: AllowedTag): boolean {
  return tag === 'blockquote' || tag === 'q';
}
