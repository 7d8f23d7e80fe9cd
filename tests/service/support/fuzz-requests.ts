/** One request as bytes for the wire. */
export interface FuzzedRequest {
  readonly bytes: Buffer;
  /** `GET`, or what stands there instead: an answer to HEAD has no body. */
  readonly method: string;
  /** Whether its length is what it says: then the connection may serve another. */
  readonly framed: boolean;
}

/** A route of the service: its method, and its path with `:name{pattern}` in it. */
export interface FuzzedRoute {
  readonly method: string;
  readonly path: string;
}

export interface Fuzzer {
  readonly next: () => FuzzedRequest;
}

const ROTTEN = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u2066abc',
  '<script>alert(1)</script>',
  "' or 1=1 --",
  '%',
  '%zz',
  '%00',
  '%ff%fe',
  '%ed%a0%80',
  '../../../etc/passwd',
  '/'.repeat(40),
  'a'.repeat(300),
  'é'.repeat(5000),
  '🐳'.repeat(200),
  'a\r\nSet-Cookie: moderator=x',
  '\r\nBcc: everybody@example.org',
  '{{constructor}}',
  '__proto__',
  'constructor',
  '-1',
  '1e309',
  'null',
  'true',
  '[]',
  '2026-13-45T99:99:99Z',
  'javascript:alert(1)',
  '//evil.example',
  'a@b',
  'a@b@c.example',
  `${'a'.repeat(80)}@${'b'.repeat(200)}.example`,
] as const;

const FIELD_NAMES = [
  'intent',
  'locale',
  'name',
  'email',
  'website',
  'comment',
  'parent',
  'token',
  'act',
  'state',
  'before',
  'back',
  'password',
  'code',
  'then',
  'id',
  'role',
  'kind',
  'value',
  'text',
  'q',
  'seen',
  'altcha',
  'proof',
  'subscribe',
] as const;

const PLAUSIBLE: Readonly<Record<string, readonly string[]>> = {
  intent: ['send', 'preview', 'edit', 'withdraw', 'confirm', 'export', 'erase'],
  locale: ['fr', 'en'],
  name: ['Awa', 'Zoé'],
  email: ['awa@example.org'],
  comment: ['Bonjour', '<b>x</b>'],
  act: ['approved', 'spam', 'rejected:x', 'approved:'],
  state: ['pending', 'approved'],
};

/** A right posting, of which at most one part is left out. */
const WELL_FORMED = [
  'intent=send',
  'locale=fr',
  'name=A',
  'email=a%40example.org',
  'comment=Bonjour+%3Cb%3E%F0%9F%90%B3%3C%2Fb%3E',
  'website=',
] as const;

/** What strangers send most. */
const POSTING: FuzzedRoute = { method: 'POST', path: '/comments/threads/:tutorial' };

const METHODS = ['GET', 'POST', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH', 'TRACE', 'QUERY'];

const TYPES = [
  'application/x-www-form-urlencoded',
  'application/x-www-form-urlencoded; charset=utf-16',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'multipart/form-data; boundary=',
  'application/json',
  'text/plain',
  'application/x-www-form-urlencoded;;;',
  'x',
];

const HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['Accept', ['application/json', 'text/html', '*/*;q=zz', ',,,', 'application/json;q=0']],
  ['Accept-Language', ['fr', 'en;q=9', 'x-'.repeat(50), ',;,']],
  ['Origin', ['null', 'https://strates.example', 'https://evil.example', 'about:blank', ':']],
  ['Sec-Fetch-Site', ['same-origin', 'cross-site', 'none', 'nonsense']],
  ['X-Forwarded-For', ['1.2.3.4', '::1', 'unknown, , ,', 'a'.repeat(400), '999.1.1.1']],
  ['If-None-Match', ['*', '"x"', 'W/', ',"', '"'.repeat(50)]],
  ['Range', ['bytes=0-', 'bytes=9-1', 'lines=1']],
  ['Authorization', ['Bearer x', 'Basic =', 'Bearer', '']],
  ['Expect', ['200-ok']],
  ['Content-Encoding', ['gzip', 'br', 'x']],
  ['X-Request-Id', ['a', '\u00ff', 'x'.repeat(500)]],
  ['Upgrade', ['websocket', 'h2c']],
];

/**
 * Requests that are wrong in a field, a header, an encoding, a length or a method, over the routes
 * that there are; the same ones for the same seed. `signedIn` is what a moderator's browser sends.
 */
export function createFuzzer(
  seed: number,
  routes: readonly FuzzedRoute[],
  signedIn: { readonly cookie: string; readonly token: string },
): Fuzzer {
  const random = mulberry32(seed);
  const chance = (share: number): boolean => random() < share;
  const among = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;

  const garbage = (): string => {
    const one = among(ROTTEN);
    return chance(0.1) ? one + among(ROTTEN) : one;
  };

  const pathOf = ({ path }: FuzzedRoute): string => {
    if (chance(0.03)) return `/${encodeURIComponent(among(['x', '..', '\u00e9'])).repeat(3)}`;
    const filled = path
      .replaceAll(/:(\w+)(\{(?:[^{}]|\{[^}]*\})*\})?\??/g, (_whole, name: string) => {
        if (name === 'locale' && chance(0.9)) return among(['fr', 'en']);
        if (name === 'tutorial' && chance(0.7)) return 'hybrid';
        if (name === 'state' && chance(0.7)) return 'pending';
        if (chance(0.5)) return among(['x'.repeat(22), 'y'.repeat(43), 'z'.repeat(44)]);
        return rawPath(garbage());
      })
      .replaceAll('*', rawPath(garbage()));
    const query = chance(0.2) ? `?${among(FIELD_NAMES)}=${rawPath(garbage())}` : '';
    return filled + query;
  };

  const fieldsOf = (): string => {
    if (chance(0.2)) return except(WELL_FORMED, Math.floor(random() * 9)).join('&');
    const count = Math.max(0, Math.floor(random() * 12) - 3);
    const pairs: string[] = [];
    for (let n = 0; n < count; n += 1) {
      const name = among(FIELD_NAMES);
      const value = chance(0.5) ? among(PLAUSIBLE[name] ?? ROTTEN) : garbage();
      pairs.push(`${name}=${chance(0.7) ? encoded(value) : value}`);
    }
    if (chance(0.3)) pairs.push(`token=${signedIn.token}`);
    if (chance(0.02)) pairs.push('a&'.repeat(300));
    return pairs.join('&');
  };

  const bodyOf = (type: string): Buffer => {
    const fields = fieldsOf();
    if (!type.startsWith('multipart')) return bytesOf(fields, chance(0.1));
    const parts = fields.split('&').map((pair) => {
      const [name = '', value = ''] = pair.split('=');
      return `--x\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    });
    return bytesOf(parts.join('') + (chance(0.8) ? '--x--\r\n' : ''), chance(0.1));
  };

  return {
    next: () => {
      const route = chance(0.25) ? POSTING : among(routes);
      const method = chance(0.8) ? route.method : among(METHODS);
      const sends = method !== 'GET' && method !== 'HEAD';
      const type = chance(0.6) ? (TYPES[0] ?? '') : among(TYPES);
      const body = sends ? bodyOf(type) : Buffer.alloc(0);
      const lines = [`${method} ${pathOf(route)} HTTP/1.1`, 'Host: 127.0.0.1'];
      if (sends) lines.push(`Content-Type: ${type}`);
      if (chance(0.4)) lines.push(`Cookie: ${chance(0.7) ? signedIn.cookie : header(garbage())}`);
      if (chance(0.5)) lines.push('Sec-Fetch-Site: same-origin');
      for (let n = 0; n < 3; n += 1) {
        if (!chance(0.3)) continue;
        const [name, values] = among(HEADERS);
        lines.push(`${name}: ${chance(0.8) ? among(values) : header(garbage())}`);
      }
      if (chance(0.12)) return broken(method, lines, body);
      if (sends) lines.push(`Content-Length: ${body.length}`);
      return { method, framed: true, bytes: joined(lines, body) };
    },
  };

  /** What breaks the protocol itself. */
  function broken(method: string, lines: string[], body: Buffer): FuzzedRequest {
    const faults: readonly (() => string[])[] = [
      () => [...lines, `Content-Length: ${body.length + 100}`],
      () => [...lines, 'Content-Length: -5'],
      () => [...lines, 'Content-Length: 1', 'Content-Length: 2'],
      () => [...lines, 'Content-Length: 99999999'],
      () => [...lines, 'Transfer-Encoding: chunked', `Content-Length: ${body.length}`],
      () => [...lines, 'Transfer-Encoding: gzip, x'],
      () => [...lines, 'Transfer-Encoding: chunked'],
      () => [`${method} / HTTP/9.9`, ...lines.slice(1)],
      () => [`${method}`, ...lines.slice(1)],
      () => [lines[0] ?? '', ...lines.slice(2)],
      () => [...lines, 'Host: two'],
      () => [...lines, 'X'],
      () => [...lines, ' folded: header'],
      () => [...lines, `X-Long: ${'x'.repeat(20_000)}`],
      () => [...lines, `Na\u0000me: x`],
      () => [garbage(), garbage()],
    ];
    return { method, framed: false, bytes: joined(among(faults)(), body) };
  }

  function joined(lines: readonly string[], body: Buffer): Buffer {
    return Buffer.concat([Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1'), body]);
  }

  function bytesOf(text: string, rotten: boolean): Buffer {
    const bytes = Buffer.from(text);
    // A byte that no UTF-8 text holds, or a text cut in the middle of a letter.
    if (rotten && bytes.length) bytes[Math.floor(random() * bytes.length)] = 0xff;
    return bytes;
  }
}

function except(list: readonly string[], index: number): readonly string[] {
  return list.filter((_, n) => n !== index);
}

/** In a line of the head: as it stands, but for what would end the line or the path. */
function rawPath(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[\r\n\0 ?#]/g, '%20');
}

function header(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replaceAll(/[\r\n\0]/g, ' ');
}

function encoded(text: string): string {
  // A lone surrogate has no UTF-8: it is sent as some programs wrongly do.
  return (
    encodeURIComponent(text.replaceAll('\ud800', '')) + (text.includes('\ud800') ? '%ED%A0%80' : '')
  );
}

/** A small generator of numbers from 0 to 1, the same for the same seed (mulberry32). */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
