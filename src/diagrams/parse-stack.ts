import type { Frame, FrameKind, Layer, LayerKind, Stack } from './stack.ts';

/**
 * What a word of the notation stands for. Each part may be left out: the id and the kind are then
 * the word, the label the kind. A frame has its kind in the place of the id.
 */
export type Meaning = readonly [
  /** The last part of the id; before it stands the frame. */
  id: string,
  kind?: LayerKind | '',
  label?: string,
  note?: string,
  also?: LayerKind,
];

export type Words = Readonly<Record<string, Meaning>>;

/**
 * Reads a stack from the ground up: `hardware(type1(vm1{kernel(libs(app))}))`. What stands in round
 * brackets rests on the word before them, what stands in curly ones stands in that frame. The
 * build writes the texts (see `builders.ts`); none comes from a reader.
 */
export function parseStack(text: string, words: Words): Stack {
  const tokens = text.match(/[\w-]+|[(){}]/g) ?? [];
  const layers: Layer[] = [];
  const frames: Frame[] = [];
  let next = 0;

  const read = (on: string | null, within: string | null): void => {
    for (;;) {
      const name = tokens[next++] ?? '';
      // A bracket closes what was read.
      if (!/\w/.test(name)) return;
      const [word = '', digits = ''] = name.match(/\D+|\d+/g) ?? [];
      const n = Number(digits) || undefined;
      const [own, layer, key, note, also] = words[name] ?? words[word] ?? [''];
      if (tokens[next] === '{') {
        const kind = own as FrameKind;
        // `root` and `side1` have names of their own, others that of their kind.
        const title = /^[rs]/.test(name) ? name : kind;
        frames.push({ id: name, kind, in: within, label: { key: title, n } });
        next++;
        read(on, name);
        continue;
      }
      const kind = (layer || word) as LayerKind;
      // Programs without a frame are told apart by their number.
      const prefix = within === null ? '' : `${within}-`;
      const id = prefix + (own || word) + (word === 'program' ? digits : '');
      if (tokens[next] === '(') {
        next++;
        read(id, within);
      }
      layers.push({ id, kind, on, in: within, label: { key: key || kind, n }, note, also });
    }
  };
  read(null, null);
  return { layers, frames };
}
