/** How far down the window, of its height, a heading counts as being read. */
const READING_LINE = 0.3;

/** Of headings in order, by the place of their tops: the last one above the line. */
export function lastAbove(tops: readonly number[], line: number): number {
  return tops.findLastIndex((top) => top <= line);
}

/** The id of the section that the reader is in; null before the first one. */
export function currentSection(): string | null {
  const headings = [...document.querySelectorAll<HTMLElement>('main :is(h2, h3)[id]')];
  const tops = headings.map((heading) => heading.getBoundingClientRect().top);
  return headings[lastAbove(tops, innerHeight * READING_LINE)]?.id ?? null;
}
