import type { Check } from '../fault.ts';
import { atLeast, singleChoices, UNLIKELY } from './by-chance.ts';

/**
 * The right option stands at one place too often: printed, or without JavaScript, nothing is
 * shuffled. Too often is what chance would bring, at any of the places, in fewer than one quiz of
 * twenty.
 */
export const samePosition: Check = (draft) => {
  const choices = singleChoices(draft);
  const places = Math.max(0, ...choices.map(({ of }) => of));
  return Array.from({ length: places }, (_, place) => place).flatMap((place) => {
    const hits = choices.filter(({ right }) => right === place).length;
    const chances = choices.map(({ of }) => (place < of ? 1 / of : 0));
    if (hits < 2 || atLeast(hits, chances) * places >= UNLIKELY) return [];
    const message = `In ${hits} of ${choices.length} choices the right option is number ${place + 1}. Move some.`;
    return [{ path: ['questions'], message }];
  });
};
