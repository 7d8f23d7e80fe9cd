import { isMap, isNode, isScalar, isSeq, type Document, type Pair } from 'yaml';

export type Path = readonly PropertyKey[];

/**
 * The offset, in the source of `document`, of what stands at `path`: the key of a map's entry,
 * the beginning of a list's item. When the path leads nowhere, of the deepest part that is there.
 */
export function offsetOf(document: Document, path: Path): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        ({ key }) => isScalar(key) && key.value === step,
      );
      if (!pair) break;
      offset = startOf(pair.key) ?? offset;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      offset = startOf(node) ?? offset;
    } else break;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? node.range?.[0] : undefined;
}
