import { characterCount } from './characters.ts';
import type { Cleaned } from './cleaned.ts';
import { LIMITS } from './limits.ts';
import { isSafeUrl } from './safe-url.ts';

export type WebsiteProblem = 'too-long' | 'malformed';

const SPACES_OR_HIDDEN = /[\s\p{Cc}\p{Cf}]/u;
const SCHEME = /^[a-z][a-z\d+.-]*:/i;
const HOST_AND_PORT = /^[^/?#:]+:\d/;

/**
 * The author's website, or null when none was given: http or https, no credentials, a host with a
 * dot. `example.org` is taken for `https://example.org/`. The value is the address as the URL
 * standard writes it: ASCII only, so that a host that imitates another shows as `xn--…`.
 */
export function cleanWebsite(raw: string): Cleaned<string | null, WebsiteProblem> {
  const typed = raw.trim();
  if (typed === '') return { ok: true, value: null };
  if (characterCount(typed) > LIMITS.websiteCharacters) return { ok: false, problem: 'too-long' };
  if (SPACES_OR_HIDDEN.test(typed)) return { ok: false, problem: 'malformed' };
  const hasScheme = SCHEME.test(typed) && !HOST_AND_PORT.test(typed);
  const address = hasScheme ? typed : `https://${typed}`;
  if (!isSafeUrl(address)) return { ok: false, problem: 'malformed' };
  const { protocol, hostname, href } = new URL(address);
  const onTheWeb = (protocol === 'https:' || protocol === 'http:') && hostname.includes('.');
  if (!onTheWeb) return { ok: false, problem: 'malformed' };
  if (href.length > LIMITS.websiteCharacters) return { ok: false, problem: 'too-long' };
  return { ok: true, value: href };
}
