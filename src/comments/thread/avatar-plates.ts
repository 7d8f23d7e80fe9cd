/** The colors of the layers, whose tokens are `--stroke-…`. */
const LAYERS = ['hardware', 'hypervisor', 'kernel', 'container', 'process', 'application'];

/** What a row can hold: one plate, or two with a gap; in units of a picture 12 wide. */
const CUTS = ['h12', 'h3M5 0h7', 'h5M7 0h5', 'h7M9 0h3'];

/** A row of a picture: a horizontal line, 3 units thick. */
export interface PlateRow {
  readonly stroke: string;
  readonly d: string;
}

/**
 * The picture of an author: three rows of plates, a cut through a stack. Each of the first three
 * characters of `avatar` (a keyed hash of the address) gives one row, whatever they are.
 */
export function avatarPlates(avatar: string): readonly PlateRow[] {
  return [0, 1, 2].map((row) => {
    const code = avatar.charCodeAt(row) || 0;
    const y = row * 4 + 1.5;
    const cut = CUTS[Math.floor(code / LAYERS.length) % CUTS.length] ?? '';
    return {
      stroke: `var(--stroke-${LAYERS[code % LAYERS.length] ?? ''})`,
      d: `M0 ${y}${cut.replace(' 0', ` ${y}`)}`,
    };
  });
}
