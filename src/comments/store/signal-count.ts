import { type RawBuilder, sql } from 'kysely';

/**
 * How many rules a comment met, counted in the JSON of its signals: within a text of JSON a quote
 * has a backslash before it, so `"rule":` is a key and nothing else. Indexed as written here.
 */
export const SIGNAL_COUNT: RawBuilder<number> = sql<number>`
  (coalesce(length(signals) - length(replace(signals, '"rule":', '')), 0) / 7)
`;
