import { nameOf, say, type Phrases } from '../phrases.ts';
import type { Reach } from '../reach.ts';
import { kernelOf, type Frame, type Layer, type Stack } from '../stack.ts';
import { stackOfPieces } from './stack-of-pieces.ts';
import type { Piece } from './piece.ts';

/** A list names so many, and counts the others. */
const NAMED = 8;

const MACHINE = /machine|vm/;

/** The layer and the frame that it stands in: `Kernel (Virtual machine 2)`. */
function placed(phrases: Phrases, stack: Stack, { label, in: frame }: Layer | Frame): string {
  const name = nameOf(phrases, label);
  const around = stack.frames.find(({ id }) => id === frame);
  return around ? say(phrases, 'place', { name, place: nameOf(phrases, around.label) }) : name;
}

function listed(phrases: Phrases, names: readonly string[]): string {
  const n = names.length - NAMED;
  return [...names.slice(0, NAMED), ...(n > 0 ? [say(phrases, 'more', { n })] : [])].join(', ');
}

/** The piece of that id by the name that the list shows. */
export function nameIn(ground: Piece, id: string, phrases: Phrases): string {
  const { layers, frames } = stackOfPieces(ground);
  const found = [...layers, ...frames].find((named) => named.id === id);
  return found ? nameOf(phrases, found.label) : '';
}

/** What stands on the bench, in figures. */
export function seen(stack: Stack, phrases: Phrases): string {
  const { layers, frames } = stack;
  return say(phrases, 'seen', {
    layers: layers.length,
    kernels: layers.filter(({ kind }) => kind.endsWith('kernel')).length,
    applications: layers.filter(({ kind }) => kind === 'application').length,
    machines: frames.filter(({ kind }) => MACHINE.test(kind)).length,
    containers: frames.filter(({ kind }) => kind === 'container').length,
  });
}

export const seenOn = (ground: Piece, phrases: Phrases): string =>
  seen(stackOfPieces(ground), phrases);

/** Who shares which kernel, and what stands apart: a sentence each. */
export function sharing(stack: Stack, phrases: Phrases): readonly string[] {
  const applications = stack.layers.filter(({ kind }) => kind === 'application');
  const machines = stack.frames.filter(({ kind }) => MACHINE.test(kind)).length;
  return [
    ...stack.layers
      .filter(({ kind }) => kind.endsWith('kernel'))
      .map((kernel) => {
        const sharers = applications.filter(({ id }) => kernelOf(stack, id)?.id === kernel.id);
        const list = listed(
          phrases,
          sharers.map((sharer) => placed(phrases, stack, sharer)),
        );
        return say(phrases, list ? 'shared' : 'unshared', {
          kernel: placed(phrases, stack, kernel),
          n: sharers.length,
          list,
        });
      }),
    ...(machines > 0 ? [say(phrases, 'apart', { n: machines })] : []),
  ];
}

/** What a flaw reaches, and what holds: two sentences. */
export function flawTold(
  stack: Stack,
  phrases: Phrases,
  { hit, reached, held, sealed }: Reach,
): readonly [reached: string, held: string] {
  const others = reached.filter(({ id }) => id !== hit.id);
  const list = listed(
    phrases,
    others.map((layer) => placed(phrases, stack, layer)),
  );
  const end = sealed ? 'sealed' : held ? 'held' : 'unheld';
  return [
    say(phrases, `flaw-${list ? 'reaches' : 'alone'}`, {
      name: placed(phrases, stack, hit),
      list,
    }),
    say(phrases, `flaw-${end}`, { name: held ? placed(phrases, stack, held) : '' }),
  ];
}
