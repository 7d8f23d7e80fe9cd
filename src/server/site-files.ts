import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { contentType, isCompressible } from './content-types.ts';

/** The codings that we can send a file in, best first. */
export const CODINGS = ['br', 'gzip'] as const;
export type Coding = (typeof CODINGS)[number];

export interface SiteFile {
  readonly type: string;
  readonly etag: string;
  readonly plain: Uint8Array<ArrayBuffer>;
  /** The body in a coding; null when the file gains nothing by it. */
  readonly coded: (coding: Coding) => Promise<Uint8Array<ArrayBuffer>> | null;
}

const COMPRESS = {
  br: (body: Uint8Array) =>
    promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (body: Uint8Array) => promisify(gzip)(body, { level: 9 }),
} as const satisfies Record<Coding, (body: Uint8Array) => Promise<Uint8Array>>;

/**
 * Every file of a built site by its URL path. A request can only name what is in this map: no path,
 * however it is spelled, reaches another file of the disk.
 */
export function readSiteFiles(folder: string): ReadonlyMap<string, SiteFile> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.startsWith('.') && entry.name !== '_headers')
    .map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, siteFile(file)]),
  );
}

function siteFile(file: string): SiteFile {
  const plain = new Uint8Array(readFileSync(file));
  const type = contentType(file);
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`;
  const made = new Map<Coding, Promise<Uint8Array<ArrayBuffer>>>();
  const coded = (coding: Coding): Promise<Uint8Array<ArrayBuffer>> | null => {
    if (!isCompressible(type) || plain.length < 512) return null;
    const body = made.get(coding) ?? COMPRESS[coding](plain).then((bytes) => new Uint8Array(bytes));
    made.set(coding, body);
    return body;
  };
  return { type, etag, plain, coded };
}
