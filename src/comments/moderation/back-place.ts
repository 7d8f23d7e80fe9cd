import { type FormFields, oneOf } from '../service/read-form.ts';
import type { ServiceContext } from '../service/service.ts';
import { pathLocale } from './path-locale.ts';

const PLACE =
  /^\/(?:pending|approved|rejected|spam|all|journal|comments\/[\w-]{1,64})(?:\?[\w=.&%+~*-]*)?$/;

/** Where a form leads back to: a page of the moderation, by what follows its language. */
export function backPlace(fields: FormFields): string {
  const back = oneOf(fields, 'back');
  return PLACE.test(back) ? back : '/pending';
}

/** The address of a place, with more parameters. */
export function placeHref(
  c: ServiceContext,
  place: string,
  more: Readonly<Record<string, string>> = {},
): string {
  const [path = '', query = ''] = place.split('?');
  const parameters = new URLSearchParams(query);
  for (const [name, value] of Object.entries(more)) parameters.set(name, value);
  const text = parameters.toString();
  return `/moderation/${pathLocale(c)}${path}${text && `?${text}`}`;
}
