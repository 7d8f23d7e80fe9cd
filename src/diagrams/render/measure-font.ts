import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** The face of labels: the text face of the site. */
export const FONT_FILE = new URL(
  '../../../node_modules/@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-latin-wght-normal.woff2',
  import.meta.url,
);

/** Printable ASCII; other letters are measured as their base letter. */
const CHARACTERS = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));

/** What the font file is, for the addresses of pictures. */
export function fontHash(): string {
  return createHash('sha256').update(readFileSync(FONT_FILE)).digest('hex').slice(0, 16);
}

/**
 * Advance of each character in hundredths of an em, rounded up, at the weight of labels (600),
 * read from the font in `page`. Without kerning, so that a sum is never under the drawn width.
 */
export async function measureFont(page: Page): Promise<readonly number[]> {
  const source = readFileSync(FONT_FILE).toString('base64');
  return page.evaluate(
    async ([base64, characters]) => {
      const face = new FontFace('Labels', `url(data:font/woff2;base64,${base64})`, {
        weight: '200 800',
      });
      document.fonts.add(await face.load());
      const context = document.createElement('canvas').getContext('2d');
      if (!context) throw new Error('This Chromium has no canvas.');
      context.font = '600 1000px Labels';
      context.fontKerning = 'none';
      return characters.map((character) => Math.ceil(context.measureText(character).width / 10));
    },
    [source, CHARACTERS] as const,
  );
}
