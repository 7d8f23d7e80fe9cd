import type { TreeNode } from './tree.ts';

/** Tells apart what stands in one parent: by id, else by class, else by number. */
function keyer(): (name: string, id: unknown) => string {
  const taken = new Set<string>();
  return (name, id) => {
    let key = `${name} ${String(id)}`;
    while (taken.has(key)) key += '+';
    taken.add(key);
    return key;
  };
}

/**
 * Makes `element` what the tree says, with the fewest changes: elements with the same `data-id`
 * stay, so that a style sheet can move them to where they now belong.
 */
export function patch(element: Element, [, attributes, content]: TreeNode): void {
  for (const name in attributes) element.setAttribute(name, `${attributes[name] ?? ''}`);
  if (typeof content === 'string') {
    element.textContent = content;
    return;
  }
  const keyOld = keyer();
  const keyNew = keyer();
  const old = new Map(
    [...element.children].map((child) => [
      keyOld(child.localName, child.getAttribute('data-id') ?? child.getAttribute('class')),
      child,
    ]),
  );
  content.forEach((node, index) => {
    const [name, own] = node;
    const key = keyNew(name, own['data-id'] ?? own['class'] ?? null);
    const child = old.get(key) ?? document.createElementNS(element.namespaceURI, name);
    old.delete(key);
    patch(child, node);
    const there = element.children[index] ?? null;
    if (there !== child) element.insertBefore(child, there);
  });
  old.forEach((child) => child.remove());
}
