import type { Fault, FaultId } from './fault.ts';
import { LIMITS } from './limits.ts';
import { tidyName } from './names.ts';
import { settled, walk, type Piece } from './piece.ts';
import { PIECE_KINDS, PIECES } from './pieces.ts';
import { faultsOf } from './rules.ts';

/** A stack that was read, or all that keeps it from being read, the first place first. */
export type Reading = { readonly ground: Piece } | { readonly faults: readonly Fault[] };

/**
 * The stack as a text of letters, dots and names between asterisks, which an address takes as it
 * is. A letter puts a piece on the one before it, or in it where that is a frame; a dot goes one
 * piece down. `hvMgla....Mgla`: two machines on a hypervisor; `hk*Debian*a`: a kernel with a name.
 */
export function writeStack(ground: Piece): string {
  let top = -1;
  return walk(ground)
    .map(({ piece: { kind, name }, depth }) => {
      const dots = '.'.repeat(top - depth + 1);
      top = depth;
      return `${dots}${PIECES[kind].letter}${name && `*${name}*`}`;
    })
    .join('');
}

/** A piece while it is read: what comes later is put on it. */
interface Open extends Piece {
  readonly holds: Open[];
}

/** Reads what `writeStack` writes. Any text is answered, at once: none throws, none takes long. */
export function readStack(text: string): Reading {
  const refuse = (id: FaultId, at: number, more?: Partial<Fault>): Reading => ({
    faults: [{ id, at, ...more }],
  });
  if (text.length > LIMITS.text) return refuse('long', LIMITS.text, { n: LIMITS.text });
  /** Where in the text each piece stands, in the order of the walk. */
  const places: number[] = [];
  /** The piece that was read last, and those below it. */
  const open: Open[] = [];
  const token = /\.|[A-Za-z](?:\*([^*]*)(\*?))?/y;
  while (token.lastIndex < text.length) {
    const at = token.lastIndex;
    const [sign = '', name = '', end] = token.exec(text) ?? [];
    if (sign === '.') {
      if (open.length < 2) return refuse('below-ground', at);
      open.pop();
      continue;
    }
    const kind = PIECE_KINDS.find((each) => PIECES[each].letter === sign[0]);
    if (!kind) return refuse('sign', at, { sign: String.fromCodePoint(text.codePointAt(at) ?? 0) });
    if (end === '') return refuse('open-name', at + 1);
    const piece: Open = { id: '', kind, name: tidyName(name), holds: [] };
    open.at(-1)?.holds.push(piece);
    open.push(piece);
    places.push(at);
  }
  const [ground] = open;
  if (!ground) return refuse('empty', 0);
  // As written: what is wrong is told where it stands in the text.
  const faults = faultsOf(ground).map((fault) => ({ ...fault, at: places[fault.at] ?? 0 }));
  return faults.length > 0 ? { faults } : { ground: settled(ground) };
}
