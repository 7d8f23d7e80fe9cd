import { applyPolicy, PolicyError, type Removal } from '../policy/index.ts';

/** What today's policy takes out of the text; nothing when it would refuse the whole. */
export function removedFrom(text: string): readonly Removal[] {
  try {
    return applyPolicy(text).removed;
  } catch (error) {
    if (error instanceof PolicyError) return [];
    throw error;
  }
}
