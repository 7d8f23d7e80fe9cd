const APOSTROPHES = /[\u2018\u2019\u02BC\u00B4`]/g;
const QUOTES = /[\u201C\u201D\u201E\u00AB\u00BB]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
/** The marks that accents leave once letters are taken apart. */
const ACCENTS = /\p{Mn}/gu;
/** What readers put around an answer: quotes, spaces, a full stop. */
const AROUND = /^["'\s]+|["'\s.,;:!?…]+$/g;

/**
 * What a typed answer comes down to, so that only what was meant is compared: compatibility forms
 * (NFKC), kinds of apostrophes, quotes and dashes, runs of spaces of any width, quotes around it
 * and the full stop after it. Unless `exact`, case and accents count for nothing either.
 */
export function normalizeText(typed: string, exact = false): string {
  const plain = typed
    .normalize('NFKC')
    .replace(APOSTROPHES, "'")
    .replace(QUOTES, '"')
    .replace(DASHES, '-')
    .replace(/\s+/g, ' ')
    .trim();
  // A command may well end with a full stop, and quotes in it are its own.
  if (exact) return plain;
  return plain
    .replace(AROUND, '')
    .normalize('NFD')
    .replace(ACCENTS, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae');
}
