/** Bytes in one encoded word, whose length is 75 at the most. */
const BYTES = 45;

/**
 * Text for a header. Where it holds what a reader's program would take for an encoded word and
 * decode, all of it is encoded, so that it is shown as it was written (RFC 2047).
 */
export function encodeWords(text: string): string {
  if (!text.includes('=?')) return text;
  const words: string[] = [];
  let word = '';
  for (const character of text) {
    if (Buffer.byteLength(word + character) > BYTES) {
      words.push(word);
      word = '';
    }
    word += character;
  }
  words.push(word);
  return words.map((each) => `=?utf-8?B?${Buffer.from(each).toString('base64')}?=`).join(' ');
}
