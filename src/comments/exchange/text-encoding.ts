/** What the first bytes of a file say of its encoding. */
export type TextEncoding =
  { readonly label: string; readonly fault?: never } | { readonly fault: string };

/** Byte order marks (https://encoding.spec.whatwg.org/#bom-sniff) and encodings without one. */
const MARKS = [
  { bytes: 'efbbbf', label: 'utf-8' },
  { bytes: 'fffe0000', fault: 'UTF-32' },
  { bytes: '0000feff', fault: 'UTF-32' },
  { bytes: 'fffe', label: 'utf-16le' },
  { bytes: 'feff', label: 'utf-16be' },
  { bytes: '3c00', fault: 'UTF-16 without a byte order mark' },
  { bytes: '003c', fault: 'UTF-16 without a byte order mark' },
  { bytes: '4c6fa794', fault: 'EBCDIC' },
] as const satisfies readonly { bytes: string; label?: string; fault?: string }[];

const DECLARED = /^<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
const REMEDY = 'Convert the file to UTF-8, for instance with iconv.';

/**
 * The encoding of a text that begins with `start`: its byte order mark's, else the one that an XML
 * declaration names, else UTF-8. A fault where there are two, or one that no browser knows.
 */
export function textEncoding(start: Uint8Array): TextEncoding {
  const hex = Buffer.from(start.subarray(0, 4)).toString('hex');
  const mark = MARKS.find(({ bytes }) => hex.startsWith(bytes));
  if (mark && 'fault' in mark) return { fault: `it is in ${mark.fault}. ${REMEDY}` };
  if (mark && mark.label !== 'utf-8') return { label: mark.label };
  const text = Buffer.from(start.subarray(mark ? 3 : 0, 1000)).toString('latin1');
  const name = DECLARED.exec(text)?.[1];
  if (name === undefined) return { label: 'utf-8' };
  const label = known(name);
  if (label === null)
    return { fault: `the encoding ${JSON.stringify(name)} is unknown. ${REMEDY}` };
  if (label.startsWith('utf-16') || (mark && label !== mark.label))
    return { fault: `it says that it is in ${name}, which its first bytes deny. ${REMEDY}` };
  return { label };
}

function known(name: string): string | null {
  try {
    return new TextDecoder(name).encoding;
  } catch {
    return null;
  }
}
