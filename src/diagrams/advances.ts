/** Written by `npm run diagrams`: do not edit. */
export const FONT_HASH = '18b2a1a39a2fa298';

/** Advance of each printable ASCII character in hundredths of an em, at weight 600. */
// prettier-ignore
export const ADVANCES: readonly number[] = [
  31,30,37,73,61,96,73,20,33,33,49,60,26,37,26,43,66,43,57,60,63,61,62,53,63,58,26,26,57,62,57,53,
  78,67,64,66,69,59,57,72,70,42,55,66,55,85,71,74,62,75,64,61,60,69,63,88,67,63,62,34,43,35,58,40,
  28,55,59,51,59,56,35,59,57,29,26,54,31,87,57,57,59,60,37,50,36,56,51,73,53,50,50,37,25,37,55,
];
