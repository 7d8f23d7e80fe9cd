const REPLACEMENTS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Text that is text wherever it stands in HTML: between tags and in any attribute value. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => REPLACEMENTS[character] ?? '');
}
