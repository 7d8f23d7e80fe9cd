/**
 * The same items in an order that depends on `seed` alone; those in `last` stay at the end, in
 * their own order.
 */
export function shuffled(
  ids: readonly string[],
  seed: string,
  last: readonly string[] = [],
): readonly string[] {
  const free = ids.filter((id) => !last.includes(id));
  const weight = (id: string) => hash(`${seed} ${id}`);
  return [...free.sort((a, b) => weight(a) - weight(b)), ...ids.filter((id) => last.includes(id))];
}

/** A shuffle that is never the order it was given: what is to be put in order begins out of order. */
export function scrambled(ids: readonly string[], seed: string): readonly string[] {
  const order = shuffled(ids, seed);
  return order.every((id, index) => id === ids[index]) ? order.toReversed() : order;
}

/** Like FNV-1a, 32 bits, with a last mix so that ids that differ at their end part as well. */
function hash(text: string): number {
  let value = 0;
  for (const sign of text) value = Math.imul(value ^ sign.charCodeAt(0), 0x01000193) + 1;
  return Math.imul(value ^ (value >>> 15), 0x2c1b3c6d) >>> 0;
}
