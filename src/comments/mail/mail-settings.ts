import { cleanEmail } from '../policy/index.ts';

/** Where mails are handed in, and whom they are from. */
export interface MailSettings {
  readonly smtp: SmtpServer;
  readonly from: { readonly name: string; readonly address: string };
}

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else STARTTLS where the server offers it. */
  readonly secure: boolean;
  /** Nothing is sent in the clear. */
  readonly requireTLS: boolean;
  /** On this machine there is nobody to hide from, and certificates are mostly made up. */
  readonly ignoreTLS: boolean;
  readonly auth?: { readonly user: string; readonly pass: string };
}

/** Ports of submission (RFC 8314) and relay. */
const PORTS = { 'smtps:': 465, 'smtp:': 587 } as const;

/**
 * Reads `smtp://` and `smtps://` URLs with an optional user and password; null when it is none. A
 * password never goes to another machine without TLS.
 */
export function readSmtpUrl(text: string): SmtpServer | null {
  if (!URL.canParse(text)) return null;
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text);
  if (protocol !== 'smtp:' && protocol !== 'smtps:') return null;
  if (hostname === '' || !/^\/?$/.test(pathname) || search || hash) return null;
  if ((username === '') !== (password === '')) return null;
  const auth = readAuth(username, password);
  if (auth === null) return null;
  const host = hostname.replace(/^\[|\]$/g, '');
  const here = /^(?:localhost|127(?:\.\d+){3}|::1)$/.test(host);
  return {
    host,
    port: port === '' ? PORTS[protocol] : Number(port),
    secure: protocol === 'smtps:',
    requireTLS: auth.user !== '' && !here,
    ignoreTLS: here && protocol === 'smtp:',
    ...(auth.user !== '' && { auth }),
  };
}

function readAuth(username: string, password: string): { user: string; pass: string } | null {
  try {
    return { user: decodeURIComponent(username), pass: decodeURIComponent(password) };
  } catch {
    return null; // a stray %
  }
}

/** Reads `Name <address>` or a bare address; null when it is neither, or of several lines. */
export function readMailFrom(text: string): MailSettings['from'] | null {
  const [, quoted, plain = '', inner] =
    /^(?:"([^"\\]*)"|([^<>"]*?))\s*<([^<>]+)>$/.exec(text) ?? [];
  const address = cleanEmail(inner ?? text);
  const name = quoted ?? plain;
  if (!address.ok || /\p{Cc}/u.test(name)) return null;
  return { name: name.trim(), address: address.value };
}
