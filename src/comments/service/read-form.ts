import { RequestProblem } from './problem.ts';

/** More than any form of ours has; a body of a hundred thousand `a&` is not worth splitting. */
const MOST_FIELDS = 200;

/** Fields of a form; a repeated name keeps all its values. */
export type FormFields = ReadonlyMap<string, readonly string[]>;

/**
 * Reads a form body, urlencoded or multipart, in UTF-8 alone. Stricter than browsers' own parsers,
 * which put U+FFFD in place of what they cannot read.
 * Throws `RequestProblem`: bad-type, bad-encoding, bad-form.
 */
export async function readForm(request: {
  readonly contentType: string | undefined;
  readonly body: ArrayBuffer;
}): Promise<FormFields> {
  const type = request.contentType ?? '';
  const charset = /;\s*charset\s*=\s*"?([^\s";]+)/i.exec(type)?.[1] ?? 'utf-8';
  if (!/^utf-?8$/i.test(charset)) throw new RequestProblem('bad-type');
  const text = decodeUtf8(request.body);
  switch (type.split(';')[0]?.trim().toLowerCase()) {
    case 'application/x-www-form-urlencoded':
      return fieldsOf(urlencodedPairs(text));
    case 'multipart/form-data':
      return fieldsOf(await multipartPairs(type, request.body));
    default:
      throw new RequestProblem('bad-type');
  }
}

/** The one value of a field, '' when it is missing. Throws when it was sent twice. */
export function oneOf(fields: FormFields, name: string): string {
  const values = fields.get(name) ?? [];
  if (values.length > 1) throw new RequestProblem('bad-form');
  return values[0] ?? '';
}

function decodeUtf8(body: ArrayBuffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
  } catch {
    throw new RequestProblem('bad-encoding');
  }
}

function urlencodedPairs(text: string): readonly (readonly [string, string])[] {
  const parts = text.split('&', MOST_FIELDS + 1).filter(Boolean);
  return parts.map((part) => {
    const at = part.indexOf('=');
    const [name, value] = at < 0 ? [part, ''] : [part.slice(0, at), part.slice(at + 1)];
    return [unescape(name), unescape(value)];
  });
}

function unescape(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '));
  } catch {
    throw new RequestProblem('bad-encoding');
  }
}

async function multipartPairs(
  contentType: string,
  body: ArrayBuffer,
): Promise<readonly (readonly [string, string])[]> {
  const entries = await new Response(body, { headers: { 'Content-Type': contentType } })
    .formData()
    .then(
      (form) => [...form.entries()],
      () => {
        throw new RequestProblem('bad-form');
      },
    );
  return entries.map(([name, value]) => {
    if (typeof value !== 'string') throw new RequestProblem('bad-form');
    return [name, value];
  });
}

function fieldsOf(pairs: readonly (readonly [string, string])[]): FormFields {
  if (pairs.length > MOST_FIELDS) throw new RequestProblem('bad-form');
  const fields = new Map<string, string[]>();
  for (const [name, value] of pairs) {
    const values = fields.get(name);
    if (values) values.push(value);
    else fields.set(name, [value]);
  }
  return fields;
}
