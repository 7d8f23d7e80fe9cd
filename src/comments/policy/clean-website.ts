import { BIDI_CONTROLS, characterCount } from './characters.ts';
import type { Cleaned } from './cleaned.ts';
import { LIMITS } from './limits.ts';
import { isSafeUrl } from './safe-url.ts';

export type WebsiteProblem = 'too-long' | 'malformed';

const SPACES_OR_CONTROLS = /[\s\p{Cc}\p{Cf}]/u;

/**
 * The author's website, or null when none was given: http or https, no credentials, a host with a
 * dot. `example.org` is taken for `https://example.org/`. The value is the address as the URL
 * standard writes it: ASCII only, so that a host that imitates another shows as `xn--…`.
 */
export function cleanWebsite(raw: string): Cleaned<string | null, WebsiteProblem> {
  const typed = raw.trim();
  if (typed === '') return { ok: true, value: null };
  if (characterCount(typed) > LIMITS.websiteCharacters) return { ok: false, problem: 'too-long' };
  if (SPACES_OR_CONTROLS.test(typed) || typed.search(BIDI_CONTROLS) !== -1)
    return { ok: false, problem: 'malformed' };
  const absolute =
    /^[a-z][a-z\d+.-]*:/i.test(typed) && !/^[^/?#:]+:\d/.test(typed) ? typed : `https://${typed}`;
  if (!isSafeUrl(absolute)) return { ok: false, problem: 'malformed' };
  const url = new URL(absolute);
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    return { ok: false, problem: 'malformed' };
  if (!url.hostname.includes('.')) return { ok: false, problem: 'malformed' };
  if (url.href.length > LIMITS.websiteCharacters) return { ok: false, problem: 'too-long' };
  return { ok: true, value: url.href };
}
