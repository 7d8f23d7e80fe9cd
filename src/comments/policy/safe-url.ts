/** What an address must begin with to be kept; `https:x` and `http:\\x` are read in surprising ways. */
const SAFE_START = /^(?:https?:\/\/[^/\\]|mailto:[^/\\])/i;

/**
 * Whether an address may stand in a comment's `href` or `cite`: absolute http or https, or mailto,
 * as the WHATWG URL standard reads it (https://url.spec.whatwg.org/), with no user name or
 * password in it (`https://bank.example@evil.example` deceives).
 */
export function isSafeUrl(url: string): boolean {
  if (!SAFE_START.test(url) || !URL.canParse(url)) return false;
  const { username, password } = new URL(url);
  // `https://@evil.example` has an empty user name, which a reader may still take for one.
  return username === '' && password === '' && !/^https?:\/\/[^/?#]*@/i.test(url);
}
