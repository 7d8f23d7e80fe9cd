import type { Page } from 'playwright-core';

/** Where something is printed: its page, from 1, and how far from the top of it, in points. */
export interface Place {
  readonly page: number;
  readonly top: number;
}

const A4_HEIGHT = 842;

/**
 * Prints the page on A4 as Chromium does, and tells where each element of `marks` begins: a link to
 * an element makes it a named place in the PDF. The links come after all else, out of the way.
 */
export async function printedPlaces(
  page: Page,
  marks: Readonly<Record<string, string>>,
): Promise<{ readonly pages: number; readonly places: ReadonlyMap<string, Place> }> {
  await page.evaluate((wanted) => {
    const links = document.createElement('p');
    for (const [name, selector] of Object.entries(wanted)) {
      const mark = document.createElement('span');
      mark.id = `mark-${name}`;
      document.querySelector(selector)?.prepend(mark);
      const link = document.createElement('a');
      link.href = `#${mark.id}`;
      link.textContent = '.';
      links.append(link);
    }
    document.body.append(links);
  }, marks);
  const margin = '15mm';
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: margin, bottom: margin, left: margin, right: margin },
  });
  const text = pdf.toString('latin1');
  // Chromium numbers pages in their order, whatever tree it hangs them in.
  const sheets = [...text.matchAll(/(\d+) 0 obj\s*<<\s*\/Type \/Page\b/g)]
    .map(([, object = '']) => object)
    .sort((a, b) => Number(a) - Number(b));
  const places = [...text.matchAll(/\/mark-(\S+) \[(\d+) 0 R \/XYZ \S+ (\S+) \S+\]/g)].map(
    ([, name = '', object, y]) =>
      [name, { page: sheets.indexOf(object ?? '') + 1, top: A4_HEIGHT - Number(y) }] as const,
  );
  return { pages: sheets.length, places: new Map(places) };
}
