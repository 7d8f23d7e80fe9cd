/** A node of a comment's tree, small as JSON: a text, or `[tag, attributes, children]`. */
export type CommentNode = string | CommentElement;

export type CommentElement = readonly [
  tag: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly CommentNode[],
];
