import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FieldError } from '../thread/comment-form.ts';

/** What can be wrong with a request. The codes are stable. */
export const PROBLEMS = {
  'bad-request': 400,
  'bad-encoding': 400,
  'bad-form': 400,
  'no-intent': 400,
  'foreign-origin': 403,
  forbidden: 403,
  closed: 403,
  'unknown-tutorial': 404,
  'not-found': 404,
  'bad-method': 405,
  'too-late': 409,
  'too-large': 413,
  'bad-type': 415,
  'wrong-fields': 422,
  'bad-proof': 422,
  'parent-gone': 422,
  'too-many': 429,
  failed: 500,
  'not-ready': 503,
} as const satisfies Record<string, ContentfulStatusCode>;

export type ProblemCode = keyof typeof PROBLEMS;

/** All but wrong fields, which are told one by one; their messages are `comments:problem.<code>`. */
export type RequestProblemCode = Exclude<ProblemCode, 'wrong-fields'>;

/** A request that cannot be done; becomes a page or a problem document (RFC 9457). */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly code: RequestProblemCode;
  readonly status: ContentfulStatusCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: RequestProblemCode, headers: Readonly<Record<string, string>> = {}) {
    super(code);
    this.code = code;
    this.status = PROBLEMS[code];
    this.headers = headers;
  }
}

/** A problem document: `detail` is for the reader, in the reader's language. */
export function problemDocument(
  { code, detail }: { code: ProblemCode; detail: string },
  errors: readonly FieldError[] = [],
): Response {
  const body = { type: 'about:blank', status: PROBLEMS[code], code, detail };
  return Response.json(errors.length ? { ...body, errors } : body, {
    status: PROBLEMS[code],
    headers: { 'Content-Type': 'application/problem+json' },
  });
}
