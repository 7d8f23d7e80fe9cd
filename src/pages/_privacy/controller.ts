/** Who answers for the site. */
export interface Controller {
  readonly name: string | null;
  readonly contact: { readonly href: string; readonly text: string } | null;
}

/**
 * Reads `OPERATOR_NAME` and `OPERATOR_CONTACT`, a mail address or the http(s) address of a page.
 * Throws, with the remedy, when the contact is neither.
 */
export function controller(env: Readonly<Record<string, string | undefined>>): Controller {
  const name = env['OPERATOR_NAME']?.trim() ?? '';
  const text = env['OPERATOR_CONTACT']?.trim() ?? '';
  return { name: name === '' ? null : name, contact: text === '' ? null : contactOf(text) };
}

function contactOf(text: string): { href: string; text: string } {
  if (/^[^\s@<>"]+@[^\s@<>"]+$/.test(text)) return { href: `mailto:${text}`, text };
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return { href: text, text };
  throw new Error(
    `OPERATOR_CONTACT=${text}: write a mail address or a page such as https://example.org/contact.`,
  );
}
