import { z } from 'zod';
import { ExchangeError } from './exchange-error.ts';
import type { TextSource } from './open-text.ts';
import type { SourceComment } from './source-comment.ts';
import { splitJson } from './split-json.ts';
import { STRATES_COMMENT, STRATES_FILE } from './strates-file.ts';

/**
 * Reads the file that `export` writes.
 *
 * @throws ExchangeError with file and line for what is not in its shape.
 */
export async function* readStrates(source: TextSource): AsyncGenerator<readonly SourceComment[]> {
  const said = new Map<string, unknown>();
  for await (const pieces of splitJson(source)) {
    const comments: SourceComment[] = [];
    for (const { key, value, line } of pieces) {
      if (key !== 'comments') {
        said.set(key, value);
        continue;
      }
      checkHead(source.name, said);
      comments.push(toComment(value, `${source.name}:${line}`));
    }
    if (comments.length) yield comments;
  }
  checkHead(source.name, said);
}

function checkHead(name: string, said: ReadonlyMap<string, unknown>): void {
  const { format, version } = STRATES_FILE;
  if (said.get('format') !== format)
    throw new ExchangeError(
      `${name}: this is no export of comments: it does not begin with "format": "${format}".`,
    );
  if (said.get('version') !== version)
    throw new ExchangeError(
      `${name}: its version is ${JSON.stringify(said.get('version'))}, this release reads version ` +
        `${version}.`,
    );
}

function toComment(value: unknown, place: string): SourceComment {
  const result = STRATES_COMMENT.safeParse(value);
  if (!result.success)
    throw new ExchangeError(
      `${place}: a comment has another shape:\n${z.prettifyError(result.error)}`,
    );
  const {
    id,
    tutorial,
    parent,
    website,
    writtenBy,
    origin,
    receiptHash,
    signals,
    edits,
    notes,
    ...comment
  } = result.data;
  const { locale, state, createdAt, decidedAt, editedAt, erasedAt, name, email, raw } = comment;
  return {
    ref: { id },
    parent: parent === null ? null : { id: parent },
    page: { tutorial, id: tutorial, slug: tutorial, link: '', title: '' },
    kind: 'comment',
    locale,
    fileLocale: null,
    state,
    createdAt,
    name,
    email,
    website: website ?? '',
    raw,
    traced: false,
    past: { writtenBy, origin, decidedAt, editedAt, erasedAt, receiptHash, signals, edits, notes },
  };
}
