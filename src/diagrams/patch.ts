import type { TreeNode } from './tree.ts';

/** What stays the same element from one state to the next: the same plate, the same line of it. */
function keys(nodes: readonly { name: string; id: string }[]): readonly string[] {
  const seen = new Map<string, number>();
  return nodes.map(({ name, id }) => {
    const key = `${name} ${id}`;
    const count = seen.get(key) ?? 0;
    seen.set(key, count + 1);
    return `${key} ${count}`;
  });
}

const label = (id: string | number | null | undefined) => `${id ?? ''}`;

/**
 * Makes `element` what the tree says, with the fewest changes: elements with the same `data-id`
 * stay, so that style sheets can move them to where they now belong.
 */
export function patch(element: Element, [, attributes, content]: TreeNode): void {
  for (const { name } of [...element.attributes]) {
    if (!(name in attributes)) element.removeAttribute(name);
  }
  for (const [name, value] of Object.entries(attributes)) {
    if (element.getAttribute(name) !== `${value}`) element.setAttribute(name, `${value}`);
  }
  if (typeof content === 'string') {
    if (element.textContent !== content) element.textContent = content;
    return;
  }
  const old = [...element.children];
  const oldKeys = keys(
    old.map((child) => ({ name: child.localName, id: label(child.getAttribute('data-id')) })),
  );
  const newKeys = keys(content.map(([name, { 'data-id': id }]) => ({ name, id: label(id) })));
  old.forEach((child, index) => {
    if (!newKeys.includes(oldKeys[index] ?? '')) child.remove();
  });
  content.forEach((node, index) => {
    const kept = old[oldKeys.indexOf(newKeys[index] ?? '')];
    const child = kept ?? document.createElementNS(element.namespaceURI, node[0]);
    patch(child, node);
    if (element.children[index] !== child) {
      element.insertBefore(child, element.children[index] ?? null);
    }
  });
}
