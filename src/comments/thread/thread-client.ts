import type { Locale } from '../../i18n/locales.ts';
import type { CommentNode } from '../policy/comment-node.ts';

/** A comment as the service sends it. */
export interface SentComment {
  readonly id: string;
  readonly locale: Locale;
  readonly name: string;
  readonly website: string | null;
  readonly createdAt: number;
  readonly tree: readonly CommentNode[];
}

/** A thing that the policy took out, ready to be shown. */
export interface SentRemoval {
  readonly markup: string;
  readonly count: number;
  readonly reason: string;
}

/** What the service says to a posting. */
export type PostAnswer =
  | {
      readonly kind: 'preview';
      readonly comment: SentComment;
      readonly removed: readonly SentRemoval[];
    }
  | { readonly kind: 'sent'; readonly comment: SentComment; readonly receipt: string }
  | {
      readonly kind: 'refused';
      readonly detail: string;
      readonly errors?: readonly { readonly field: string; readonly message: string }[];
    };

/** A service that takes longer than this is away. */
const PATIENCE_MS = 15_000;

/** Asks the service. Rejects when it is away or does not answer with JSON. */
async function ask(
  address: string,
  init: RequestInit = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(address, {
    ...init,
    headers: { Accept: 'application/json' },
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  return { status: response.status, body: await response.json() };
}

/** Approved comments of a tutorial, oldest first. */
export async function readThread(
  service: string,
  tutorial: string,
): Promise<readonly SentComment[]> {
  const { status, body } = await ask(`${service}/comments/threads/${tutorial}.json`);
  if (status !== 200) throw new Error(`status ${status}`);
  return (body as { comments: readonly SentComment[] }).comments;
}

/** What became of one's own comment; null when the service knows of none. */
export async function readReceipt(
  service: string,
  receipt: string,
): Promise<{ readonly state: string; readonly comment: SentComment } | null> {
  const { status, body } = await ask(`${service}/comments/receipts/${receipt}.json`);
  if (status === 404) return null;
  if (status !== 200) throw new Error(`status ${status}`);
  return body as { state: string; comment: SentComment };
}

/** Sends a form, or asks for its preview. */
export async function post(action: string, fields: FormData): Promise<PostAnswer> {
  const pairs = [...fields].map(([name, value]): [string, string] => [name, String(value)]);
  const { status, body } = await ask(action, { method: 'POST', body: new URLSearchParams(pairs) });
  if (status >= 500) throw new Error(`status ${status}`);
  const kind = status === 201 ? 'sent' : status === 200 ? 'preview' : 'refused';
  return { kind, ...(body as object) } as PostAnswer;
}
