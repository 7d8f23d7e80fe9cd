import type { ServiceContext } from '../service/service.ts';

const PLACE = /^\/moderation\/(?:fr|en)\/[a-z]+(?:\/[\w-]+)*(?:\?[\w=.&%+~*-]*)?$/;

/** Where `?then=` leads, when that is a moderation page and nothing else. */
export function placeAfter(c: ServiceContext): string | null {
  const then = c.req.query('then') ?? '';
  return PLACE.test(then) ? then : null;
}

/** `?then=…` to hand a place on; '' for none. */
export function thenQuery(then: string | null): string {
  return then === null ? '' : `?then=${encodeURIComponent(then)}`;
}
