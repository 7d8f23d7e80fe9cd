/** A copy of one of the templates that came with the page, `<template data-part="…">`. */
export function part(thread: HTMLElement, name: string): HTMLElement {
  const template = thread.querySelector<HTMLTemplateElement>(`template[data-part="${name}"]`);
  const copy = template?.content.firstElementChild?.cloneNode(true);
  if (!(copy instanceof HTMLElement)) throw new Error(`<comment-thread>: no part \`${name}\``);
  // Whoever shows it moves the focus; the attribute is for pages that begin with it.
  copy.removeAttribute('autofocus');
  return copy;
}

/** The element of a class inside `root`, which must be there. */
export function inside<Kind extends HTMLElement = HTMLElement>(
  root: ParentNode,
  selector: string,
): Kind {
  const found = root.querySelector<Kind>(selector);
  if (!found) throw new Error(`<comment-thread>: \`${selector}\` not found`);
  return found;
}
