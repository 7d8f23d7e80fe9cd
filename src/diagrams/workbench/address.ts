import { HIT_KEY, STACK_KEY } from './address-keys.ts';
import { benchWith, type Bench } from './bench.ts';
import type { Fault } from './fault.ts';
import { readStack, writeStack } from './notation.ts';
import { walk } from './piece.ts';
import { isFrame } from './pieces.ts';

/** Writes the bench into the query; leaves all other keys. The layer with the flaw is a number. */
export function writeBench({ history: { now }, hit }: Bench, query: URLSearchParams): void {
  query.set(STACK_KEY, writeStack(now));
  const at = walk(now).findIndex(({ piece }) => piece.id === hit);
  if (at < 0) query.delete(HIT_KEY);
  else query.set(HIT_KEY, `${at + 1}`);
}

/** An address that cannot be read, and what it said. */
export interface Refused {
  readonly text: string;
  readonly faults: readonly Fault[];
}

/** The bench that a query asks for, or why there is none; nothing where it does not ask. */
export function readBench(query: URLSearchParams): Bench | Refused | undefined {
  const text = query.get(STACK_KEY);
  if (text === null) return undefined;
  const reading = readStack(text);
  if ('faults' in reading) return { text, faults: reading.faults };
  const asked = query.get(HIT_KEY) ?? '';
  const place = /^\d{1,3}$/.test(asked) ? walk(reading.ground)[Number(asked) - 1] : undefined;
  const hit = place && !isFrame(place.piece.kind) ? place.piece.id : '';
  return benchWith(reading.ground, hit);
}
