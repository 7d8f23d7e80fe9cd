/** The text for each of 1 … `count`, in a row. */
export const each = (count: number, text: (n: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index + 1)).join('');
