/** The tags that have a button, in its order; some have an attribute to fill in, some a key. */
export const TOOLS = [
  { tag: 'strong', attribute: '', key: 'B' },
  { tag: 'em', attribute: '', key: 'I' },
  { tag: 'code', attribute: '', key: 'E' },
  { tag: 'a', attribute: 'href', key: 'K' },
  { tag: 'blockquote', attribute: '', key: '' },
  { tag: 'q', attribute: '', key: '' },
  { tag: 'cite', attribute: '', key: '' },
  { tag: 'abbr', attribute: 'title', key: '' },
  { tag: 'del', attribute: '', key: '' },
] as const;
