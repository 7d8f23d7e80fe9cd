import { characterCount } from './characters.ts';
import type { Cleaned } from './cleaned.ts';
import { LIMITS } from './limits.ts';

export type EmailProblem = 'missing' | 'too-long' | 'malformed';

/**
 * The shape that browsers ask of `<input type="email">`
 * (https://html.spec.whatwg.org/multipage/input.html#valid-e-mail-address), with a dot in the
 * domain: no comment comes from a host on the operator's own network.
 */
const SHAPE =
  /^[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?$/i;

/** An address to which mail could go, trimmed and otherwise as typed; line ends never pass. */
export function cleanEmail(raw: string): Cleaned<string, EmailProblem> {
  const value = raw.replace(/^[ \t]+|[ \t]+$/g, '');
  if (value === '') return { ok: false, problem: 'missing' };
  if (characterCount(value) > LIMITS.emailCharacters) return { ok: false, problem: 'too-long' };
  return SHAPE.test(value) ? { ok: true, value } : { ok: false, problem: 'malformed' };
}
