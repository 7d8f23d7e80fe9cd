/** What the page must hold, by its selector. Throws when the markup and the script disagree. */
export function find<Found extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
): Found {
  const found = root.querySelector<Found>(selector);
  if (!found) throw new Error(selector);
  return found;
}

/** An element with a class, holding `nodes` with a space between each two. */
export function create(name: string, className: string, ...nodes: (Node | string)[]): HTMLElement {
  const element = document.createElement(name);
  element.className = className;
  element.append(...spaced(nodes));
  return element;
}

/** Nodes with a space after each; what is not there is left out. */
export function spaced(nodes: readonly (Node | string | false | undefined)[]): (Node | string)[] {
  return nodes.flatMap((node) => (node ? [node, ' '] : []));
}
