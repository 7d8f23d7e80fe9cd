import { solveChallenge, type Challenge } from 'altcha-lib';
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2';
import type { RunningService } from './running-service.ts';

/** Makes challenges easy: tests have two cores for everything. */
export const EASY_PROOF = { POW_COST: '5' } as const;

/** Asks the service for a challenge and solves it: the value of the field `altcha`. */
export async function solvedProof(running: RunningService): Promise<string> {
  const response = await running.fetch('/comments/challenge');
  const challenge = (await response.json()) as Challenge;
  const solution = await solveChallenge({ challenge, deriveKey });
  return Buffer.from(JSON.stringify({ challenge, solution })).toString('base64');
}
