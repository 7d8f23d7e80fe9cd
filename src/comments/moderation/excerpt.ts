import { applyPolicy, PolicyError } from '../policy/index.ts';

/** Characters by which one knows a comment again. */
const LENGTH = 140;

/** The beginning of what a reader sees of a text, on one line. */
export function excerpt(raw: string): string {
  const text = readable(raw).replaceAll(/\s+/g, ' ').trim();
  if (text.length <= LENGTH) return text;
  // Not within a character that is two units, nor within a word where one ends nearby.
  const cut = Array.from(text.slice(0, LENGTH)).slice(0, -1).join('');
  return `${cut.replace(/\s\S{0,20}$/u, '')}…`;
}

function readable(raw: string): string {
  try {
    return applyPolicy(raw).text;
  } catch (error) {
    if (error instanceof PolicyError) return raw;
    throw error;
  }
}
