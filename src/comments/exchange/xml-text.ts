/** Characters that XML 1.0 cannot hold at all (https://www.w3.org/TR/xml/#charsets). */
const NOT_IN_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** Text between tags, or in an attribute with double quotes. */
export function xmlText(text: string): string {
  return possible(text).replace(/[&<>"\r]/g, (character) => ESCAPES[character] ?? '');
}

/** Text as it stands, in as many CDATA sections as `]]>` asks for; line ends as XML has them. */
export function cdata(text: string): string {
  const plain = possible(text).replace(/\r\n?/g, '\n');
  return `<![CDATA[${plain.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function possible(text: string): string {
  return text.toWellFormed().replace(NOT_IN_XML, '');
}
