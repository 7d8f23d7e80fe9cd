/** Markup that is finished: it is written as it is. */
export interface Html {
  readonly html: string;
}

type Value = string | number | Html | readonly Html[];

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** The strings of each template as they are written, worked out once. */
const compact = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Text as HTML, in content and between quotes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** Markup from outside, which whoever calls answers for. */
export const raw = (html: string): Html => ({ html });

/**
 * A template of HTML: texts and numbers are escaped, finished markup is written as it is, lists of
 * it one after the other. What only lays the template out is not written: spaces at its ends, line
 * breaks with the spaces around them, the slash of an element without content.
 */
export function html(template: TemplateStringsArray, ...values: readonly Value[]): Html {
  let strings = compact.get(template);
  if (strings === undefined) {
    strings = template.map((string, index) => {
      const line = string.replace(/\s*\n\s*/g, '').replaceAll(' />', '>');
      const begun = index === 0 ? line.trimStart() : line;
      return index === template.length - 1 ? begun.trimEnd() : begun;
    });
    compact.set(template, strings);
  }
  let written = strings[0] ?? '';
  values.forEach((value, index) => {
    written += writtenValue(value) + (strings[index + 1] ?? '');
  });
  return { html: written };
}

/** Attributes with their values, for the inside of a tag. */
export function attributes(values: Readonly<Record<string, string | number>>): Html {
  const written = Object.entries(values).map(
    ([name, value]) => `${name}="${escapeHtml(String(value))}"`,
  );
  return { html: written.join(' ') };
}

function writtenValue(value: Value): string {
  if (typeof value === 'string') return escapeHtml(value);
  if (typeof value === 'number') return String(value);
  return 'html' in value ? value.html : value.map((part) => part.html).join('');
}
