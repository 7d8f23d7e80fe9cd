import type { NumberKey, Said, TextKey } from './key.ts';
import { normalizeText } from './normalize-text.ts';

/** Room for what binary fractions lose: 0.1 + 0.2 is 0.3 to whoever answers it. */
const ROUNDING = 1e-9;

/** Whether what was typed is right. */
export function accepts(right: TextKey | NumberKey, said: Said): boolean {
  return 'value' in right
    ? typeof said === 'number' && isNear(right, said)
    : typeof said === 'string' && isAccepted(right, said);
}

function isNear({ value, tolerance }: NumberKey, said: number): boolean {
  return Math.abs(said - value) <= tolerance + ROUNDING * (1 + Math.abs(value));
}

function isAccepted({ accept, pattern, exact }: TextKey, said: string): boolean {
  const given = normalizeText(said, exact);
  if (given === '') return false;
  if (accept.some((each) => normalizeText(each, exact) === given)) return true;
  return pattern !== undefined && new RegExp(`^(?:${pattern})$`, exact ? 'u' : 'iu').test(given);
}
