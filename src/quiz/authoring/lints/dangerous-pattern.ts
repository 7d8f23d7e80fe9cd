import safeRegex from 'safe-regex2';
import type { Check } from '../fault.ts';
import { repeatsAlternatives } from './repeats-alternatives.ts';

/** A pattern that is none, or that some answer would keep busy for ages (exponential backtracking). */
export const dangerousPattern: Check = ({ questions }) =>
  questions.flatMap(({ pattern }, index) => {
    const message = pattern === undefined ? undefined : faultOf(pattern);
    return message === undefined ? [] : [{ path: ['questions', index, 'pattern'], message }];
  });

function faultOf(pattern: string): string | undefined {
  try {
    new RegExp(pattern, 'u');
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(': ').at(-1) : 'it does not parse';
    return `\`${pattern}\` is not a regular expression: ${reason}. Put a backslash before signs that mean themselves.`;
  }
  // The package counts repetitions in repetitions, and overlooks `(a|a)*`.
  return safeRegex(pattern) && !repeatsAlternatives(pattern)
    ? undefined
    : `\`${pattern}\` can take ages on an answer that nearly fits. Repeat nothing that repeats or has alternatives, or list the answers under \`accept:\`.`;
}
