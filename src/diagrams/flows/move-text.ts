import type { Move } from './reconcile.ts';

/**
 * The text of one move out of `texts` (those of `step.reconciliation`, in their plural forms). The
 * numbers go from 1 to 5, for which both languages have the same two forms.
 */
export const moveText = (
  texts: Readonly<Record<string, string>>,
  { id, n }: Pick<Move, 'id' | 'n'>,
): string => (texts[`${id}_${n === 1 ? 'one' : 'other'}`] ?? id).replaceAll('{{n}}', `${n}`);
