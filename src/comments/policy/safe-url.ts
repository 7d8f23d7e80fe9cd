/** What an address must begin with to be kept; `https:x` and `http:\\x` are read in surprising ways. */
const SAFE_START = /^(?:https?:\/\/[^/\\]|mailto:[^/\\])/i;

/**
 * Whether an address may stand in a comment's `href` or `cite`: absolute http or https, or mailto,
 * as the WHATWG URL standard reads it (https://url.spec.whatwg.org/), with no user name or
 * password in it (`https://bank.example@evil.example` deceives).
 */
export function isSafeUrl(url: string): boolean {
  if (!SAFE_START.test(url)) return false;
  const parsed = URL.parse(url);
  if (parsed === null) return false;
  return parsed.username === '' && parsed.password === '' && !/^https?:\/\/[^/?#]*@/i.test(url);
}
