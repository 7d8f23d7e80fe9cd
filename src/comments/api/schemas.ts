import { z } from 'zod';
import { LOCALES } from '../../i18n/locales.ts';
import type { CommentNode } from '../policy/index.ts';
import { type ProblemCode, PROBLEMS } from '../service/problem.ts';

/** What the service sends as JSON; tests hold its answers to this, and the API's description is made of it. */
const instant = z.int().meta({ description: 'Milliseconds since 1970-01-01T00:00Z.' });

const node: z.ZodType<CommentNode> = z
  .union([
    z.string(),
    z.tuple([z.string(), z.record(z.string(), z.string()), z.array(z.lazy(() => node))]),
  ])
  .meta({ description: 'A text, or an element: tag, attributes, children.' });

const facts = {
  id: z.string(),
  locale: z.enum(LOCALES),
  name: z.string(),
  website: z.string().nullable(),
  avatar: z.string().meta({ description: 'What the picture is drawn from; leads to no address.' }),
  createdAt: instant,
  editedAt: instant.nullable(),
  erasedAt: instant.nullable().meta({
    description: 'When its author took it back; only its place in the thread is left.',
  }),
  parent: z.string().nullable().meta({ description: 'The comment that it answers.' }),
  moderator: z.boolean().meta({ description: 'Whether a moderator wrote it as such.' }),
};

const comment = z.strictObject({ ...facts, tree: z.array(node) });

const thread = z.strictObject({
  tutorial: z.string(),
  closed: z.literal(true).exactOptional(),
  comments: z.array(
    comment.extend({
      under: z.string().nullable().meta({
        description: 'The comment of the first level under which a reply is shown.',
      }),
    }),
  ),
});

const approved = z.strictObject({
  mail: z.boolean().meta({ description: 'Whether replies can be mailed.' }),
  closed: z.array(z.string()).meta({ description: 'Tutorials that take no more comments.' }),
  comments: z.array(
    z.strictObject({
      ...facts,
      tutorial: z.string(),
      html: z.string().meta({
        description: 'What the policy made of the text: the only markup is that of its list.',
      }),
    }),
  ),
});

const removal = z.strictObject({
  kind: z.enum(['tag', 'body', 'attribute', 'url', 'empty', 'comment']),
  tag: z.string(),
  attribute: z.string().nullable(),
  count: z.int(),
  markup: z.string(),
  reason: z.string(),
});

const preview = z.strictObject({ comment, removed: z.array(removal) });

const ownState = z.enum(['pending', 'approved', 'declined', 'withdrawn']);

const posted = z.strictObject({
  receipt: z.string().meta({ description: 'By which its author, and nobody else, sees it.' }),
  state: ownState,
  comment,
});

const receipt = z.strictObject({
  state: ownState,
  tutorial: z.string(),
  raw: z.string().nullable().meta({ description: 'The text as typed, while it may be changed.' }),
  comment,
});

const challenge = z
  .strictObject({
    parameters: z.strictObject({
      algorithm: z.literal('PBKDF2/SHA-256'),
      cost: z.int(),
      data: z.strictObject({ at: instant }),
      expiresAt: z.int().meta({ description: 'Seconds since 1970-01-01T00:00Z.' }),
      keyLength: z.int(),
      keyPrefix: z.string(),
      nonce: z.string(),
      salt: z.string(),
    }),
    signature: z.string(),
  })
  .meta({ description: 'Proof of work after ALTCHA, version 2.' });

const fieldError = z.strictObject({ field: z.string(), message: z.string() });

const problem = z
  .strictObject({
    type: z.string().meta({ description: 'Address of a page that explains the code.' }),
    title: z.string(),
    status: z.int(),
    code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
    detail: z.string().meta({ description: 'For the reader, in the reader’s language.' }),
    instance: z.string().meta({ description: 'The request’s id, as in X-Request-Id and the log.' }),
    errors: z.array(fieldError).exactOptional(),
  })
  .meta({ description: 'RFC 9457.' });

const state = <const Name extends string>(...names: Name[]) =>
  z.strictObject({ state: z.enum(names) });

const rows = z.array(z.looseObject({}));

const holdings = z
  .strictObject({
    exportedAt: instant,
    email: z.string(),
    address: z.looseObject({}).nullable(),
    comments: rows,
    subscriptions: rows,
    links: rows,
    mails: rows,
    blocks: rows,
  })
  .meta({ description: 'All that is held on an address.' });

/** By the names that the description gives them. */
export const SCHEMAS = {
  Node: node,
  Comment: comment,
  Thread: thread,
  Approved: approved,
  Preview: preview,
  Posted: posted,
  Receipt: receipt,
  Challenge: challenge,
  Problem: problem,
  Asked: state('asked'),
  Confirmed: z.union([
    z.strictObject({ state: z.literal('confirmed'), proof: z.string() }),
    state('stopped'),
  ]),
  Stopped: state('stopped'),
  Holdings: holdings,
  HoldingsAnswer: z.union([
    holdings,
    z.strictObject({ state: z.literal('erased'), comments: z.int() }),
    state('resumed', 'stopped'),
  ]),
  Health: z.strictObject({ status: z.literal('ok') }),
  Readiness: z.strictObject({ status: z.literal('ready') }),
} as const satisfies Record<string, z.ZodType>;

export type SchemaName = keyof typeof SCHEMAS;

const text = z.string();

/** Forms that programs send, as `application/x-www-form-urlencoded`. */
export const FORMS = {
  Posting: z.object({
    intent: z.enum(['preview', 'send']),
    locale: z.enum(LOCALES).optional(),
    name: text.meta({ description: 'At most 245 characters.' }),
    email: text.meta({ description: 'Never published.' }),
    website: text.optional(),
    comment: text.meta({ description: 'At most 65,525 bytes of UTF-8.' }),
    parent: text.optional().meta({ description: 'The published comment that this one answers.' }),
    notify: z.literal('1').optional().meta({ description: 'To hear of replies by mail.' }),
    commenter: text.optional().meta({ description: 'The proof that a confirmed address gave.' }),
    altcha: text.optional().meta({ description: 'A solved challenge, base64.' }),
  }),
  Change: z.object({
    intent: z.enum(['edit', 'withdraw']),
    comment: text.optional(),
  }),
  Address: z.object({ email: text }),
} as const satisfies Record<string, z.ZodType>;

export type FormName = keyof typeof FORMS;
