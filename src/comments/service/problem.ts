import { randomUUID } from 'node:crypto';
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

/** For programmers, always the same; what a reader is told is in the messages. */
const TITLES: Readonly<Record<ProblemCode, string>> = {
  'bad-request': 'The request is malformed',
  'bad-encoding': 'The text is not UTF-8',
  'bad-form': 'The form is damaged',
  'no-intent': 'The form has no intent',
  'foreign-origin': 'The request comes from another site',
  forbidden: 'The account may not do this',
  closed: 'The thread is closed',
  'unknown-tutorial': 'There is no such tutorial',
  'not-found': 'There is nothing here',
  'bad-method': 'The method is not allowed',
  'too-late': 'The comment can no longer be changed',
  'too-large': 'The request is too large',
  'bad-type': 'The content type is not accepted',
  'wrong-fields': 'Some fields are wrong',
  'bad-proof': 'The proof of work is wrong or used up',
  'parent-gone': 'The comment that is answered is not published',
  'too-many': 'Too many requests',
  failed: 'The server failed',
  'not-ready': 'The server cannot serve now',
};

/** Whether a text from outside is one of the codes. */
export function isProblemCode(text: string): text is ProblemCode {
  return Object.hasOwn(PROBLEMS, text);
}

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

/**
 * A problem document: `detail` is for the reader, in the reader's language. `instance` is the id of
 * the request, which the log has too.
 */
export function problemDocument(
  { code, detail }: { code: ProblemCode; detail: string },
  errors: readonly FieldError[] = [],
): Response {
  const id = randomUUID();
  const body = {
    type: `/comments/problems/${code}`,
    title: TITLES[code],
    status: PROBLEMS[code],
    code,
    detail,
    instance: `urn:uuid:${id}`,
  };
  return Response.json(errors.length ? { ...body, errors } : body, {
    status: PROBLEMS[code],
    headers: { 'Content-Type': 'application/problem+json', 'X-Request-Id': id },
  });
}
