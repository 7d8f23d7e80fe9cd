import type { ExportedComment } from '../store/exchange-store.ts';
import { STRATES_FILE } from './strates-file.ts';

/** Our own file: one JSON object, a comment a line, the same bytes for the same comments. */
export async function* writeStrates(
  pages: AsyncIterable<readonly ExportedComment[]>,
): AsyncGenerator<string> {
  const { format, version } = STRATES_FILE;
  yield `{"format":${JSON.stringify(format)},"version":${version},"comments":[`;
  let between = '\n';
  for await (const comments of pages) {
    yield comments
      .map((comment) => {
        const text = between + JSON.stringify(toEntry(comment));
        between = ',\n';
        return text;
      })
      .join('');
  }
  yield '\n]}\n';
}

function toEntry(comment: ExportedComment) {
  return {
    id: comment.id,
    tutorial: comment.tutorial,
    locale: comment.locale,
    parent: comment.parent,
    state: comment.state,
    createdAt: iso(comment.createdAt),
    editedAt: iso(comment.editedAt),
    decidedAt: iso(comment.decidedAt),
    erasedAt: iso(comment.erasedAt),
    name: comment.name,
    email: comment.email,
    website: comment.website,
    raw: comment.raw,
    html: comment.html,
    policyVersion: comment.policyVersion,
    writtenBy: comment.writtenBy,
    origin: comment.origin,
    receiptHash: comment.receiptHash,
    signals: comment.signals,
    edits: comment.edits.map(({ id, at, moderator, raw, html, policyVersion }) => {
      return { id, at: iso(at), moderator, raw, html, policyVersion };
    }),
    notes: comment.notes.map(({ id, at, moderator, text }) => {
      return { id, at: iso(at), moderator, text };
    }),
  };
}

function iso(instant: number | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}
