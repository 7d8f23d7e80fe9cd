/**
 * Something that the policy took out, for the preview and the moderators to name.
 *
 * - `tag`: the tag went, its text stayed;
 * - `body`: the tag went with what stood in it, which no browser would have shown (script, style…);
 * - `attribute`: the attribute is not allowed on this tag;
 * - `url`: the attribute is allowed, its address is not http, https or mailto;
 * - `empty`: an element with nothing to read in it;
 * - `comment`: an HTML comment, a doctype.
 */
export interface Removal {
  readonly kind: 'tag' | 'body' | 'attribute' | 'url' | 'empty' | 'comment';
  /** Lower case, at most 40 characters; `!--` for comments, `!doctype` for doctypes. */
  readonly tag: string;
  /** The attribute's name, for `attribute` and `url`; else null. */
  readonly attribute: string | null;
  readonly count: number;
}
