import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { ExchangeError } from './exchange-error.ts';
import { textEncoding } from './text-encoding.ts';

/** A text that is read as it is needed. */
export interface TextSource {
  /** How it is called in messages. */
  readonly name: string;
  readonly chunks: AsyncIterable<string>;
}

const GZIP = '1f8b';

/**
 * A file as text, unpacked when it is gzipped (as Disqus sends its exports).
 *
 * @throws ExchangeError, at once or while it is read: no such file, damaged, an encoding that is
 * unknown or other than what the file says.
 */
export async function openText(file: string): Promise<TextSource> {
  return { name: file, chunks: decoded(file, await byteStream(file)) };
}

async function byteStream(file: string): Promise<Readable> {
  const handle = await open(file).catch((error: unknown) => {
    throw new ExchangeError(`${file}: ${reason(error)}`, { cause: error });
  });
  const { buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0).finally(() => handle.close());
  const bytes = createReadStream(file);
  if (buffer.toString('hex') !== GZIP) return bytes;
  const unpacked = createGunzip();
  bytes.once('error', (error) => unpacked.destroy(error));
  unpacked.once('close', () => bytes.destroy());
  return bytes.pipe(unpacked);
}

async function* decoded(file: string, bytes: Readable): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  let line = 1;
  let chunk: Uint8Array = new Uint8Array();
  try {
    for await (const part of bytes) {
      chunk = part as Uint8Array;
      decoder ??= decoderFor(file, chunk);
      const text = decoder.decode(chunk, { stream: true });
      yield text;
      line += text.split('\n').length - 1;
    }
    const rest = decoder?.decode();
    if (rest) yield rest;
  } catch (error) {
    if (error instanceof ExchangeError) throw error;
    const { code } = error as { code?: unknown };
    if (code !== 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw new ExchangeError(`${file}: ${reason(error)}`, { cause: error });
    const before = new TextDecoder(decoder?.encoding).decode(chunk).split('\uFFFD')[0] ?? '';
    throw new ExchangeError(
      `${file}:${line + before.split('\n').length - 1}: there are bytes that are no ` +
        `${decoder?.encoding ?? ''}. Convert the file to UTF-8, for instance with iconv.`,
    );
  }
}

function decoderFor(file: string, start: Uint8Array): TextDecoder {
  const encoding = textEncoding(start);
  if (encoding.fault !== undefined) throw new ExchangeError(`${file}: ${encoding.fault}`);
  return new TextDecoder(encoding.label, { fatal: true });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
