import { applyPolicy, PolicyError } from '../../src/comments/policy/index.ts';
import { HOSTILE_COMMENTS } from '../unit/comments/policy/support/samples.ts';

/** Milliseconds that a hostile comment may cost at most (issue 2). */
const BUDGET = 100;

const RUNS = 15;

const ORDINARY =
  'Bonjour, <b>merci</b> pour ce cours. Si j’ai bien compris, <code>docker run <image></code> ' +
  'partage le noyau : voir https://example.org/a_(b).\n\nEt avec Kata ?\n';

/**
 * Prints what the comment policy costs: for an ordinary comment, and for every hostile one of 64
 * kilobytes. Over the budget, the process ends with a failure.
 */
export function benchPolicy(): void {
  const samples = { 'an ordinary comment': ORDINARY, ...HOSTILE_COMMENTS };
  for (const [name, raw] of Object.entries(samples)) {
    const outcome = outcomeOf(raw);
    const milliseconds = medianTime(() => outcomeOf(raw));
    const over = milliseconds > BUDGET ? ` OVER ${BUDGET} ms` : '';
    console.log(`${milliseconds.toFixed(2).padStart(8)} ms  ${name}: ${outcome}${over}`);
    if (over) process.exitCode = 1;
  }
}

function medianTime(act: () => void): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    act();
    return performance.now() - start;
  });
  return times.sort((one, other) => one - other)[RUNS >> 1] ?? 0;
}

function outcomeOf(raw: string): string {
  try {
    return `${applyPolicy(raw).html.length} characters of HTML`;
  } catch (error) {
    if (error instanceof PolicyError) return error.code;
    throw error;
  }
}

if (import.meta.main) benchPolicy();
