import { LIMITS, type Limits } from '../../src/comments/service/rate-limits.ts';

/** For tests that are not about limits: many of them post from one address. */
export const NO_LIMITS = Object.fromEntries(
  Object.keys(LIMITS).map((name) => [name, { limit: 100_000, windowMs: 60_000 }]),
) as unknown as Limits;
