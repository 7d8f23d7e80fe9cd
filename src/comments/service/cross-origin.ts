/** What the browser says about where a request comes from. */
export interface RequestSource {
  readonly origin: string | undefined;
  readonly fetchSite: string | undefined;
  readonly host: string | undefined;
}

/**
 * Whether a page of another site made this request. The order is that of Go's
 * `http.CrossOriginProtection` (https://pkg.go.dev/net/http#CrossOriginProtection): Sec-Fetch-Site
 * cannot be forged by a page; older browsers, and plain http on a local network, send Origin alone.
 * `unknown`: neither header, so no browser.
 */
export function sourceOf(
  { origin, fetchSite, host }: RequestSource,
  trusted: ReadonlySet<string>,
): 'same' | 'trusted' | 'foreign' | 'unknown' {
  if (fetchSite === 'same-origin' || fetchSite === 'none') return 'same';
  if (origin === undefined) return fetchSite === undefined ? 'unknown' : 'foreign';
  if (trusted.has(origin)) return 'trusted';
  if (fetchSite !== undefined || !URL.canParse(origin)) return 'foreign';
  return new URL(origin).host === host ? 'same' : 'foreign';
}
