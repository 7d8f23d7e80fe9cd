import type { TreeNode } from './tree.ts';

/** What tells an element apart in its parent: its id, else its class; equal ones by their number. */
const keyOf = (name: string, mark: string | number | null | undefined) => `${name} ${mark ?? ''}`;

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
  const old = Map.groupBy(element.children, (child) =>
    keyOf(child.localName, child.getAttribute('data-id') ?? child.getAttribute('class')),
  );
  content.forEach((node, index) => {
    const [name, own] = node;
    const child =
      old.get(keyOf(name, own['data-id'] ?? own['class']))?.shift() ??
      document.createElementNS(element.namespaceURI, name);
    patch(child, node);
    const there = element.children[index] ?? null;
    if (there !== child) element.insertBefore(child, there);
  });
  old.forEach((rest) => rest.forEach((child) => child.remove()));
}
