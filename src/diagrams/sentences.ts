import type { Parameter, State } from './parameters.ts';
import { placeOf, say, type Phrases } from './phrases.ts';
import { hitLayer, reach, type Reach } from './reach.ts';
import { ridersOf, sharersOf, type Stack } from './stack.ts';

/** The sentence that states what one sees: `virtual-kvm` for the choice, in the number of `count`. */
export function sentence(
  phrases: Phrases,
  id: string,
  parameters: readonly Parameter[],
  state: State,
): string {
  const valueOf = (kind: Parameter['kind']) =>
    state[parameters.find((parameter) => parameter.kind === kind)?.name ?? ''];
  const chosen = valueOf('choice');
  const counted = valueOf('count');
  return say(
    phrases,
    chosen === undefined ? id : `${id}-${chosen}`,
    counted === undefined ? {} : { n: Number(counted) },
  );
}

/** What the state marks as compromised, and what that reaches; undefined where nothing is. */
export function reachIn(stack: Stack, state: State): Reach | undefined {
  const hit = hitLayer(stack, state['hit'] ?? 'none', Number(state['at'] ?? 1));
  return hit && reach(stack, hit);
}

/** How many share the fate of a layer of that kind. */
function companions(stack: Stack, { hit }: Reach): number {
  return hit.kind === 'guest-kernel' || hit.kind === 'engine'
    ? sharersOf(stack, hit.id).length
    : ridersOf(stack, hit.id).length;
}

/** What is reached, in one sentence. */
export function reachSentence(phrases: Phrases, stack: Stack, found: Reach): string {
  const { kind, also } = found.hit;
  return say(phrases, `hit-${also ?? kind}${also ? '-kernel' : ''}`, {
    n: companions(stack, found),
    place: placeOf(phrases, stack, found.hit),
  });
}

/** What holds, in one sentence. */
export function heldSentence(phrases: Phrases, { held }: Reach): string {
  return say(phrases, `held-${held?.kind ?? 'nothing'}`);
}
