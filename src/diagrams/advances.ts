/** Written by `npm run diagrams`: do not edit. */
export const FONT_HASH = '18b2a1a39a2fa298';

/** What is added to an advance to make it a printable character. */
export const OFFSET = 28;

/** Advance of each printable ASCII character in hundredths of an em, at weight 600. */
// prettier-ignore
export const ADVANCES = ";:AeY|e0==MX6A6G^GUX[YZQ[V66UZUQj_\\^aWUdbFS^SqcfZg\\YXa[t_[Z>G?VD8SWOWT?WU96R;sUUWXAN@TOeQNNA5AS";
