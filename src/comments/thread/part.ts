import type { Locale } from '../../i18n/locales.ts';

/** A copy of one of the templates that came with the page, `<template data-part="…">`. */
export function part(thread: HTMLElement, name: string): HTMLElement {
  const { content } = inside<HTMLTemplateElement>(thread, `[data-part=${name}]`);
  const copy = inside(content.cloneNode(true) as DocumentFragment, '*');
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

/** A new element of a class, with what stands in it. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  className: string,
  ...content: readonly (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...content);
  return element;
}

/** The language of the page. */
export function pageLocale(): Locale {
  return document.documentElement.lang === 'en' ? 'en' : 'fr';
}
