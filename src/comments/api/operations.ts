import type { ProblemCode } from '../service/problem.ts';
import type { FormName, SchemaName } from './schemas.ts';

/** What a program needs to know of one route. */
export interface Operation {
  readonly summary: string;
  /** The paths that it answers, where the route's pattern does not say it. */
  readonly paths?: readonly string[];
  readonly form?: FormName;
  /** JSON by status; the rest is the same for all. */
  readonly answers?: Readonly<Record<number, SchemaName>>;
  /** Media type of an answer that is no JSON. */
  readonly type?: string;
  readonly problems?: readonly ProblemCode[];
  /** Whoever shows the validator of what they have may hear that it is current. */
  readonly revalidates?: true;
  readonly needs?: 'moderator' | 'token';
}

const FORM_PROBLEMS = [
  'bad-encoding',
  'bad-form',
  'foreign-origin',
  'too-large',
  'bad-type',
  'wrong-fields',
  'too-many',
] as const satisfies readonly ProblemCode[];

const LOCALE = ':locale{(?:fr|en)}';
const TOKEN = ':token{[\\w-]{22}}';

/** The routes that answer programs, by method and pattern. All others are pages for people. */
export const OPERATIONS: Readonly<Record<string, Operation>> = {
  'GET /comments/threads/:file{[\\w-]+\\.json}': {
    summary: 'The published comments of a tutorial, in the order in which they are read.',
    paths: ['/comments/threads/{tutorial}.json'],
    answers: { 200: 'Thread' },
    revalidates: true,
    problems: ['unknown-tutorial'],
  },
  'GET /comments/approved.json': {
    summary: 'All published comments, as a build of the site bakes them in.',
    answers: { 200: 'Approved' },
    revalidates: true,
  },
  'GET /comments/challenge': {
    summary: 'A challenge whose solution shows that work was done.',
    answers: { 200: 'Challenge' },
  },
  'POST /comments/threads/:tutorial': {
    summary: 'Shows what would be published of a comment (preview), or sends it.',
    form: 'Posting',
    answers: { 200: 'Preview', 201: 'Posted' },
    problems: [
      ...FORM_PROBLEMS,
      'no-intent',
      'closed',
      'unknown-tutorial',
      'bad-proof',
      'parent-gone',
    ],
  },
  'GET /comments/receipts/:receipt': {
    summary: 'What became of one’s own comment.',
    answers: { 200: 'Receipt' },
    problems: ['not-found'],
  },
  'POST /comments/receipts/:receipt': {
    summary: 'Changes one’s own comment, or takes it back.',
    form: 'Change',
    answers: { 200: 'Receipt' },
    problems: [...FORM_PROBLEMS, 'no-intent', 'not-found', 'too-late'],
  },
  'GET /comments/:feed{all(?:\\.(?:fr|en))?\\.atom}': {
    summary: 'The latest comments as an Atom feed, of both languages or of one.',
    paths: ['/comments/all.atom', '/comments/all.{locale}.atom'],
    revalidates: true,
    type: 'application/atom+xml',
  },
  'GET /comments/threads/:feed{[\\w-]+(?:\\.(?:fr|en))?\\.atom}': {
    summary: 'The latest comments of a tutorial as an Atom feed.',
    paths: ['/comments/threads/{tutorial}.atom', '/comments/threads/{tutorial}.{locale}.atom'],
    revalidates: true,
    type: 'application/atom+xml',
    problems: ['unknown-tutorial'],
  },
  [`POST /comments/${LOCALE}/personal`]: {
    summary: 'Mails a link to an address, if anything is held on it.',
    form: 'Address',
    answers: { 202: 'Asked' },
    problems: [...FORM_PROBLEMS, 'not-found'],
  },
  [`POST /comments/${LOCALE}/personal/${TOKEN}`]: {
    summary:
      'Hands out, erases or changes what is held on the address to which the link was mailed.',
    answers: { 200: 'HoldingsAnswer' },
    problems: ['not-found', 'bad-form', 'too-many'],
  },
  [`POST /comments/${LOCALE}/confirm/${TOKEN}`]: {
    summary: 'Confirms the address to which the link was mailed, or stops all mail to it.',
    answers: { 200: 'Confirmed' },
    problems: ['not-found', 'bad-form'],
  },
  [`POST /comments/${LOCALE}/unsubscribe/:token{[\\w-]{44}}`]: {
    summary: 'Stops mail of replies with one click (RFC 8058).',
    answers: { 200: 'Stopped' },
    problems: ['not-found'],
  },
  'GET /comments/health': { summary: 'Whether the process runs.', answers: { 200: 'Health' } },
  'GET /comments/ready': {
    summary: 'Whether it can serve.',
    answers: { 200: 'Readiness' },
    problems: ['not-ready'],
  },
  'GET /comments/metrics': {
    summary: 'Figures for Prometheus, for whoever has METRICS_TOKEN.',
    type: 'text/plain',
    problems: ['not-found'],
    needs: 'token',
  },
  'GET /comments/openapi.json': {
    summary: 'This description.',
    revalidates: true,
    type: 'application/json',
  },
  'GET /comments/problems/:code': {
    summary: 'Explains what a problem’s code means: its type leads here.',
    type: 'text/html',
    problems: ['not-found'],
  },
};
