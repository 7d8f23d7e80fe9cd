import { isIP } from 'node:net';

/**
 * The visitor's address. `socket` is who connected; behind `trustProxy` proxies, each of which
 * appends whom it saw to X-Forwarded-For, it is that header's entry so many from the right.
 * What stands further left was sent by the visitor and proves nothing.
 */
export function clientAddress(
  socket: string | undefined,
  forwarded: string | undefined,
  trustProxy: number,
): string {
  const hops = (forwarded ?? '').split(',').map((hop) => hop.trim());
  const seen = trustProxy > 0 ? hops.at(-trustProxy) : undefined;
  return seen && isIP(seen) ? seen : (socket ?? '');
}

/**
 * Whom a rate limit counts: an IPv4 address, or the /64 of an IPv6 address, since one household
 * holds 2^64 of those.
 */
export function limitSubject(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped) return mapped;
  if (isIP(address) !== 6) return address;
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length);
  const groups = [...left, ...Array<string>(zeros).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => group.toLowerCase().replace(/^0+(?=.)/, ''))
    .join(':')}::/64`;
}
