/** What the order of a thread depends on. */
export interface InThread {
  readonly id: string;
  /** The comment that this one answers. */
  readonly parent: string | null;
  /** Set for what was taken back: shown, as a place without words, where something answers it. */
  readonly erasedAt: number | null;
}

/** A comment at its place: two levels are shown, whatever the depth of the replies. */
export interface Placed<Comment> {
  readonly comment: Comment;
  /** The first-level comment that it stands under; null for those themselves. */
  readonly under: string | null;
  /** The reply that it answers, where that is not the first-level comment above it. */
  readonly to: Comment | null;
}

/**
 * Comments in the order in which they are read: first-level ones in the order given, each followed
 * by all that answers it, directly or not, in the same order. A reply whose parent is not among
 * them stands at the first level; of comments that answer each other in a circle (a file may say
 * so), the first does. Nothing is left out but what was taken back and has no reply that is shown.
 */
export function threadOrder<Comment extends InThread>(
  comments: readonly Comment[],
): readonly Placed<Comment>[] {
  const byId = new Map(comments.map((comment) => [comment.id, comment]));
  const position = new Map(comments.map(({ id }, index) => [id, index]));
  const firstOf = new Map<string, string>();
  for (const comment of comments) settle(comment);
  const shown = withReplies(comments, byId);

  const below = new Map<string, Placed<Comment>[]>();
  for (const comment of comments) {
    const first = firstOf.get(comment.id) ?? comment.id;
    if (first === comment.id || !shown.has(comment.id)) continue;
    const answered = comment.parent === first ? undefined : byId.get(comment.parent ?? '');
    const replies = below.get(first) ?? [];
    replies.push({ comment, under: first, to: answered ?? null });
    below.set(first, replies);
  }
  return comments
    .filter(({ id }) => firstOf.get(id) === id && shown.has(id))
    .flatMap((comment) => [{ comment, under: null, to: null }, ...(below.get(comment.id) ?? [])]);

  /** Finds the first-level comment above `comment`, for it and for all on the way. */
  function settle(comment: Comment): void {
    const way: string[] = [];
    const met = new Map<string, number>();
    let at = comment;
    let first: string | undefined;
    while (first === undefined) {
      first = firstOf.get(at.id);
      if (first !== undefined) break;
      const again = met.get(at.id);
      if (again !== undefined) {
        first = earliest(way.slice(again));
        break;
      }
      met.set(at.id, way.length);
      way.push(at.id);
      const parent = at.parent === null ? undefined : byId.get(at.parent);
      if (parent === undefined) first = at.id;
      else at = parent;
    }
    for (const id of way) firstOf.set(id, first);
  }

  function earliest(circle: readonly string[]): string {
    return circle.reduce((one, other) =>
      (position.get(other) ?? 0) < (position.get(one) ?? 0) ? other : one,
    );
  }
}

/** The ids of what has words of its own, and of everything above it. */
function withReplies<Comment extends InThread>(
  comments: readonly Comment[],
  byId: ReadonlyMap<string, Comment>,
): ReadonlySet<string> {
  const shown = new Set<string>();
  for (const comment of comments) {
    if (comment.erasedAt !== null) continue;
    let above: Comment | undefined = comment;
    while (above !== undefined && !shown.has(above.id)) {
      shown.add(above.id);
      above = above.parent === null ? undefined : byId.get(above.parent);
    }
  }
  return shown;
}
