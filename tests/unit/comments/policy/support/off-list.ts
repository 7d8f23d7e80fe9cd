import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5';

/**
 * What may stand in stored HTML, written out by hand: the tests must not take the list from the
 * code that they test.
 */
const MAY_STAND: Readonly<Record<string, readonly string[]>> = {
  a: ['href', 'title', 'rel'],
  abbr: ['title'],
  acronym: ['title'],
  b: [],
  blockquote: ['cite'],
  br: [],
  cite: [],
  code: [],
  del: ['datetime'],
  em: [],
  i: [],
  p: [],
  q: ['cite'],
  strike: [],
  strong: [],
};

const ADDRESS = /^(?:https?:\/\/|mailto:)/i;

/** Everything in `html`, read as a browser reads it, that may not stand there. */
export function offList(html: string): string[] {
  const found: string[] = [];
  const waiting: DefaultTreeAdapterTypes.Node[] = [parseFragment(html)];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.nodeName === '#comment' || node.nodeName === '#documentType')
      found.push(node.nodeName);
    if ('tagName' in node) found.push(...offListIn(node));
    if ('childNodes' in node) waiting.push(...node.childNodes);
  }
  return found;
}

function offListIn({ tagName, namespaceURI, attrs }: DefaultTreeAdapterTypes.Element): string[] {
  const allowed = MAY_STAND[tagName];
  if (allowed === undefined || namespaceURI !== 'http://www.w3.org/1999/xhtml') return [tagName];
  return attrs
    .filter(
      ({ name, value }) =>
        !allowed.includes(name) ||
        ((name === 'href' || name === 'cite') && !ADDRESS.test(value)) ||
        (name === 'rel' && value !== 'nofollow ugc noopener'),
    )
    .map(({ name, value }) => `${tagName}[${name}=${value}]`);
}
