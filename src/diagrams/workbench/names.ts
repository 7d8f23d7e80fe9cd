import { measure } from '../measure.ts';
import { LABEL } from '../metrics.ts';
import { wordWidth } from '../wrap.ts';
import type { Fault } from './fault.ts';
import { LIMITS } from './limits.ts';

/** The widest word, in pixels: it fits a plate of the narrow picture at the greatest depth. */
const WORD = 140;

/** What the label face has, and neither Mermaid nor the notation reads as its own. */
const SIGN = /[A-Za-zÀ-ÖØ-öø-ſ0-9 .,:/()+=!?'’&@%_-]/;

/** The name without spaces too many, as it is kept; no-break spaces are spaces. */
export const tidyName = (name: string): string =>
  name.normalize('NFC').replace(/\s+/gu, ' ').trim();

/** What is wrong with a name; nothing for one that can be drawn and written. */
export function nameFault(name: string): Omit<Fault, 'at'> | undefined {
  if (name.length > LIMITS.name) return { id: 'name-long', n: LIMITS.name };
  const sign = [...name].find((each) => !SIGN.test(each));
  if (sign !== undefined) return { id: 'name-sign', sign };
  if (wordWidth(name, LABEL.size, measure) > WORD) return { id: 'name-word' };
  return undefined;
}
