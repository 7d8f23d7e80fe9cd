import type { FormFields } from '../service/read-form.ts';
import type { Instant, StoredComment } from '../store/store.ts';

/**
 * A comment with its version as a form carries it: `<id>.<when it was last changed, or 0>`. Whoever
 * decides does so on the text that they saw.
 */
export function seenField({ id, editedAt }: Pick<StoredComment, 'id' | 'editedAt'>): string {
  return `${id}.${editedAt ?? 0}`;
}

/** The versions that a form carries, by comment; what is no version is left out. */
export function readSeen(texts: readonly string[]): ReadonlyMap<string, Instant | null> {
  return new Map(
    texts.flatMap((text) => {
      const [, id, at] = /^([\w-]{1,64})\.(\d{1,16})$/.exec(text) ?? [];
      if (id === undefined || at === undefined) return [];
      return [[id, Number(at) === 0 ? null : Number(at)] as const];
    }),
  );
}

/** All values of `seen`, each of which may hold several. */
export function seenIn(fields: FormFields): ReadonlyMap<string, Instant | null> {
  return readSeen((fields.get('seen') ?? []).flatMap((value) => value.split(' ')));
}
