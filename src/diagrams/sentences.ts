import type { Parameter, State } from './parameters.ts';
import { placeOf, say, type Phrases } from './phrases.ts';
import type { Reach } from './reach.ts';
import { ridersOf, type Stack } from './stack.ts';

/** The sentence that states what one sees: `virtual-kvm` for the choice, in the number of `count`. */
export function sentence(
  phrases: Phrases,
  id: string,
  parameters: readonly Parameter[],
  state: State,
): string {
  const answers = (kind: Parameter['kind']) =>
    parameters.filter((parameter) => parameter.kind === kind).map(({ name }) => state[name] ?? '');
  return say(phrases, [id, ...answers('choice')].join('-'), { n: Number(answers('count')) });
}

/** What an attack reaches, and what holds: two sentences. */
export function reachSentences(
  phrases: Phrases,
  stack: Stack,
  { hit, reached, held, sealed }: Reach,
): readonly [reached: string, held: string] {
  // A hypervisor carries machines; a kernel, and who commands it, the containers on it.
  const companions =
    hit.kind === 'hypervisor'
      ? ridersOf(stack, hit.id)
      : reached.filter(({ kind }) => kind === 'application');
  return [
    say(phrases, sealed ? 'hit-sealed' : `hit-${hit.also ?? ''}${hit.kind}`, {
      n: companions.length,
      place: placeOf(phrases, stack, hit),
    }),
    say(phrases, `held-${sealed ? 'sealed' : (held?.kind ?? 'nothing')}`),
  ];
}
