import { normalizeText } from '../../grading/normalize-text.ts';

/** Signs with a meaning in regular expressions. */
const SYNTAX = /[\^$\\.*+?()[\]{}|/]/g;

/** The parts of a short answer of Moodle between its `*`, each any text; `\*` is a star. */
function partsOf(answer: string): readonly string[] {
  return answer.split(/(\\\*|\*)/).reduce<string[]>(
    (parts, piece) => {
      if (piece === '*') return [...parts, ''];
      return [...parts.slice(0, -1), (parts.at(-1) ?? '') + (piece === '\\*' ? '*' : piece)];
    },
    [''],
  );
}

/** Whether a short answer stands for more than one text. */
export function hasWildcard(answer: string): boolean {
  return partsOf(answer).length > 1;
}

/** A short answer as it is typed, without its wildcards. */
export function typedAnswer(answer: string): string {
  return partsOf(answer).join('').replace(/\s+/g, ' ').trim();
}

/** The pattern of a short answer with wildcards, for a text that `normalizeText` has set. */
export function patternOf(answer: string): string {
  return partsOf(answer)
    .map((part) => {
      const inner = /^\s*|\s*$/g;
      const [before = ''] = part.match(/^\s*/) ?? [];
      const [after = ''] = part.trim() === '' ? [''] : (part.match(/\s*$/) ?? []);
      return `${before === '' ? '' : ' '}${normalizeText(part.replace(inner, '')).replace(SYNTAX, '\\$&')}${after === '' ? '' : ' '}`;
    })
    .join('.*');
}
