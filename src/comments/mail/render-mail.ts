import { escapeText } from '../policy/escape.ts';
import type { Mail, MailBlock } from './mail.ts';

type Kind = MailBlock['kind'];
type Block<K extends Kind> = Extract<MailBlock, { kind: K }>;
type Renderers = { readonly [K in Kind]: (block: Block<K>) => string };

const quoted = (text: string): string =>
  text
    .split(/\r\n?|\n/)
    .map((line) => (line === '' ? '>' : `> ${line}`))
    .join('\n');

/** Each kind of block as plain text. */
const TEXT: Renderers = {
  heading: ({ text }) => text,
  paragraph: ({ text }) => text,
  quote: ({ text }) => quoted(text),
  list: ({ items }) => items.map((item) => `- ${item}`).join('\n'),
  facts: ({ rows }) => rows.map(([label, value]) => `${label} ${value}`).join('\n'),
  links: ({ links }) => links.map(({ label, href }) => `${label}\n${href}`).join('\n\n'),
  small: ({ text }) => `-- \n${text}`,
};

/**
 * Each kind as HTML. Sizes and edges only, no color but for the edge of a quote: the reader's
 * program paints text and ground, light or dark.
 */
const HTML: Renderers = {
  heading: ({ text }) => `<h2 style="font-size:1.1em;margin:1.6em 0 .4em">${escapeText(text)}</h2>`,
  paragraph: ({ text }) => `<p>${escapeText(text)}</p>`,
  quote: ({ text, lang }) =>
    `<blockquote lang="${lang}" style="margin:1em 0;padding-left:1em;border-left:3px solid #888;` +
    `white-space:pre-wrap;overflow-wrap:anywhere">${escapeText(text)}</blockquote>`,
  list: ({ items }) => `<ul>${items.map((item) => `<li>${escapeText(item)}</li>`).join('')}</ul>`,
  facts: ({ rows }) =>
    `<p>${rows.map(([label, value]) => `${escapeText(label)} <b>${escapeText(value)}</b>`).join('<br>')}</p>`,
  links: ({ links }) =>
    `<p>${links
      .map(({ label, href }) => `<a href="${attribute(href)}">${escapeText(label)}</a>`)
      .join('<br><br>')}</p>`,
  small: ({ text }) =>
    `<p style="margin-top:2em;border-top:1px solid #888;padding-top:1em;font-size:.85em">${escapeText(text)}</p>`,
};

/** Both parts of a mail. */
export function renderMail({ locale, subject, blocks }: Mail): { text: string; html: string } {
  const text = `${blocks.map((block) => draw(TEXT, block)).join('\n\n')}\n`;
  const html = `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<title>${escapeText(subject)}</title>
</head>
<body style="margin:0 auto;max-width:38em;padding:1em;font:1em/1.5 sans-serif">
${blocks.map((block) => draw(HTML, block)).join('\n')}
</body>
</html>
`;
  return { text, html };
}

function draw(renderers: Renderers, block: MailBlock): string {
  // The block and its renderer have one kind: TypeScript cannot follow that through a table.
  return (renderers[block.kind] as (block: MailBlock) => string)(block);
}

function attribute(href: string): string {
  const { protocol } = new URL(href);
  if (!/^https?:$/.test(protocol)) throw new TypeError(`a mail may not link to ${protocol}`);
  return escapeText(href);
}
