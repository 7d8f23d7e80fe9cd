import { BIDI_CONTROLS, characterCount, isVisible, plainCharacters } from './characters.ts';
import type { Cleaned } from './cleaned.ts';
import { LIMITS } from './limits.ts';

export type NameProblem = 'missing' | 'too-long';

/** Characters that hide inside a name to make two names look alike; the joiners that scripts need stay. */
const HIDDEN =
  /[\u00AD\u034F\u115F\u1160\u180E\u200B\u2060-\u2064\u206A-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}]/gu;

/**
 * The name under which a comment appears: one line of plain text. Controls, direction marks and
 * hidden characters go; markup is not markup here (whoever prints the name escapes it).
 */
export function cleanName(raw: string): Cleaned<string, NameProblem> {
  const value = plainCharacters(raw)
    .replace(BIDI_CONTROLS, '')
    .replace(HIDDEN, '')
    .replace(/\s+/gu, ' ')
    .trim();
  if (!isVisible(value)) return { ok: false, problem: 'missing' };
  if (characterCount(value) > LIMITS.nameCharacters) return { ok: false, problem: 'too-long' };
  return { ok: true, value };
}
