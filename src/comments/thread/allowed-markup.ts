import { ALLOWED_TAGS } from '../policy/allowed-tags.ts';

/** Each allowed tag with its attributes, as one would type it: `<a href="" title="">`. */
export function allowedMarkup(): readonly string[] {
  return Object.entries(ALLOWED_TAGS).map(
    ([tag, attributes]) => `<${[tag, ...attributes.map((name) => `${name}=""`)].join(' ')}>`,
  );
}
