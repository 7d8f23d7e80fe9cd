import { readdirSync, readFileSync } from 'node:fs';

export const FOLDER = 'src/diagrams/flows/pictures';

/** The committed pictures of flows: markup by file name. */
export const files: Readonly<Record<string, string>> = Object.fromEntries(
  readdirSync(FOLDER).map((file) => [file, readFileSync(`${FOLDER}/${file}`, 'utf8')]),
);

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Part {
  readonly kind: string;
  readonly id: string;
  readonly boxes: readonly (Box & { readonly kind: string })[];
  readonly lines: readonly { readonly text: string; x: number; y: number; size: number }[];
}

const attribute = (tag: string, name: string) =>
  new RegExp(` ${name}="([^"]*)"`).exec(tag)?.[1] ?? '';
const value = (tag: string, name: string) => Number(attribute(tag, name));

/** The groups of a picture, with their rectangles and texts. */
export function partsOf(markup: string): readonly Part[] {
  return [...markup.matchAll(/<g ([^>]*)>(.*?)<\/g>/gs)].map(([tag, , inside = '']) => ({
    kind: attribute(tag.slice(0, tag.indexOf('>')), 'class'),
    id: attribute(tag, 'data-id'),
    boxes: [...inside.matchAll(/<rect[^>]*>/g)].map(([rect]) => ({
      kind: attribute(rect, 'class'),
      x: value(rect, 'x'),
      y: value(rect, 'y'),
      width: value(rect, 'width'),
      height: value(rect, 'height'),
    })),
    lines: [...inside.matchAll(/(<text[^>]*>)([^<]*)</g)].map(([, text = '', words = '']) => ({
      text: words.replaceAll('&amp;', '&'),
      x: value(text, 'x'),
      y: value(text, 'y'),
      size: attribute(text, 'class') === 'note' ? 13 : 15,
    })),
  }));
}
