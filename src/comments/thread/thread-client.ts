import type { Locale } from '../../i18n/locales.ts';
import type { CommentNode } from '../policy/comment-node.ts';

/** A comment as the service sends it. */
export interface SentComment {
  readonly id: string;
  readonly locale: Locale;
  readonly name: string;
  readonly website: string | null;
  readonly avatar: string;
  readonly createdAt: number;
  readonly editedAt: number | null;
  readonly erasedAt: number | null;
  readonly moderator: boolean;
  /** The comment that it answers. */
  readonly parent: string | null;
  /** The first-level comment that it stands under. */
  readonly under: string | null;
  readonly tree: readonly CommentNode[];
}

/** A thread as the service sends it, in the order in which it is read. */
export interface SentThread {
  readonly comments: readonly SentComment[];
  /** It takes no more of them. */
  readonly closed?: boolean;
}

/** A thing that the policy took out, ready to be shown. */
export interface SentRemoval {
  readonly markup: string;
  readonly count: number;
  readonly reason: string;
}

/** What the service refuses, and why. */
interface Refusal {
  readonly kind: 'refused';
  readonly code?: string;
  readonly detail: string;
  readonly errors?: readonly { readonly field: string; readonly message: string }[];
}

/** What the service says to a posting. */
export type PostAnswer =
  | {
      readonly kind: 'preview';
      readonly comment: SentComment;
      readonly removed: readonly SentRemoval[];
    }
  | {
      readonly kind: 'sent';
      readonly state: string;
      readonly comment: SentComment;
      readonly receipt: string;
    }
  | Refusal;

/** One's own comment, and what became of it; `raw` as long as it may be changed. */
export interface OwnComment {
  readonly state: string;
  readonly raw: string | null;
  readonly comment: SentComment;
}

/** A service that takes longer than this is away. */
const PATIENCE_MS = 15_000;

/** Asks the service. Rejects when it is away, does not answer with JSON, or says that it fails. */
async function ask(
  address: string,
  init: RequestInit = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const response = await fetch(address, {
    ...init,
    headers: { Accept: 'application/json' },
    credentials: 'omit',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  const { status } = response;
  const body: unknown = await response.json();
  if (status >= 500) throw new Error(`status ${status}`);
  return { status, body };
}

/** Approved comments of a tutorial, in the order in which they are read. */
export async function readThread(service: string, tutorial: string): Promise<SentThread> {
  const { status, body } = await ask(`${service}/comments/threads/${tutorial}.json`);
  if (status !== 200) throw new Error(`status ${status}`);
  return body as SentThread;
}

/** What became of one's own comment; null when the service knows of none. */
export async function readReceipt(service: string, receipt: string): Promise<OwnComment | null> {
  const { status, body } = await ask(`${service}/comments/receipts/${receipt}.json`);
  if (status === 404) return null;
  if (status !== 200) throw new Error(`status ${status}`);
  return body as OwnComment;
}

/** Sends a form, or asks for its preview. */
export async function post(action: string, fields: FormData): Promise<PostAnswer> {
  // No form of ours holds a file.
  const body = new URLSearchParams(fields as unknown as Record<string, string>);
  const answer = await ask(action, { method: 'POST', body });
  const kind = { 201: 'sent', 200: 'preview' }[answer.status] ?? 'refused';
  return { kind, ...(answer.body as object) } as PostAnswer;
}
