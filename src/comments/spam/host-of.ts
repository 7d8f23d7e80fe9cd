/** The host of an address of the web or of mail, as the URL standard writes it; null for anything else. */
export function hostOf(address: string): string | null {
  const url = /^www\./i.test(address) ? `http://${address}` : address;
  if (!URL.canParse(url)) return null;
  const { protocol, hostname, pathname } = new URL(url);
  if (protocol === 'mailto:') return hostOf(`http://${pathname.split('@').at(-1) ?? ''}`);
  return hostname === '' ? null : hostname.replace(/\.$/, '');
}

/** A host with every domain above it: `a.b.example` is within `a.b.example`, `b.example` and `example`. */
export function domainsAbove(host: string): readonly string[] {
  const labels = host.split('.');
  return labels.map((_label, at) => labels.slice(at).join('.'));
}
