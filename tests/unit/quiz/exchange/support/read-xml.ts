import { SaxesParser } from 'saxes';

/** An element as a parser other than our writer sees it. */
export interface ReadElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (ReadElement | string)[];
}

/** Reads a document; throws where it is not well-formed. */
export function readXml(text: string): ReadElement {
  const parser = new SaxesParser();
  const stack: { name: string; attributes: Record<string, string>; children: unknown[] }[] = [
    { name: '', attributes: {}, children: [] },
  ];
  const add = (child: unknown) => stack.at(-1)?.children.push(child);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const element = { name, attributes: { ...attributes }, children: [] };
    add(element);
    stack.push(element);
  });
  parser.on('closetag', () => stack.pop());
  parser.on('text', add);
  parser.on('cdata', add);
  parser.write(text).close();
  const root = stack[0]?.children.find((child) => typeof child === 'object');
  return root as ReadElement;
}

export const elements = (of: ReadElement): readonly ReadElement[] =>
  of.children.filter((child) => typeof child === 'object');

/** The element and all that it holds, in order. */
export function every(of: ReadElement): readonly ReadElement[] {
  return [of, ...elements(of).flatMap((child) => every(child))];
}

/** All of that name below `of`. */
export const all = (of: ReadElement, name: string): readonly ReadElement[] =>
  every(of).filter((element) => element !== of && element.name === name);

/** The children of that name. */
export const inside = (of: ReadElement, name: string): readonly ReadElement[] =>
  elements(of).filter((element) => element.name === name);

/** The one child of that name. */
export function the(of: ReadElement, name: string): ReadElement {
  const [found, more] = inside(of, name);
  if (!found || more) throw new Error(`<${of.name}> holds no single <${name}>.`);
  return found;
}

/** The text in an element, and in all below it. */
export function textOf(of: ReadElement): string {
  return of.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** A value that must be there. */
export function attribute(of: ReadElement, name: string): string {
  const value = of.attributes[name];
  if (value === undefined) throw new Error(`<${of.name}> has no ${name}.`);
  return value;
}
