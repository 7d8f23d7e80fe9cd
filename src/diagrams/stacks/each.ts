/** 1 … `count`. */
export const numbers = (count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index + 1);

/** The text for each of 1 … `count`, in a row. */
export const each = (count: number, text: (n: number) => string): string =>
  numbers(count).map(text).join('');
