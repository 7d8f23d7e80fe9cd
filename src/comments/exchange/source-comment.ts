import type { Locale } from '../../i18n/locales.ts';
import type { CommentEdit, CommentNote, CommentRef } from '../store/exchange-store.ts';
import type { CommentState, Instant, Signal } from '../store/store.ts';

/** What another system calls the page that its comments stand under. */
export interface SourcePage {
  /** One of our own tutorials' ids, in files that we wrote. */
  readonly tutorial?: string | undefined;
  readonly id: string;
  readonly slug: string;
  readonly link: string;
  readonly title: string;
}

/** A comment as its file has it, before anything is checked. */
export interface SourceComment {
  readonly ref: CommentRef | null;
  readonly parent: CommentRef | null;
  readonly page: SourcePage;
  /** `pingback` for what another blog sent by itself; `other` for what is no comment at all. */
  readonly kind: 'comment' | 'pingback' | 'other';
  /** The language that the comment itself names, and the one of the whole file. */
  readonly locale: Locale | null;
  readonly fileLocale: Locale | null;
  readonly state: CommentState;
  /** Null when the file has no date that is one. */
  readonly createdAt: Instant | null;
  readonly name: string;
  readonly email: string;
  readonly website: string;
  readonly raw: string;
  /** The file has its author's IP address or browser, which are not kept. */
  readonly traced: boolean;
  /** What only our own files know. */
  readonly past?: SourcePast;
}

export interface SourcePast {
  readonly writtenBy: string | null;
  readonly origin: string | null;
  readonly decidedAt: Instant | null;
  readonly editedAt: Instant | null;
  readonly erasedAt: Instant | null;
  readonly receiptHash: string;
  readonly signals: readonly Signal[];
  readonly edits: readonly Pick<CommentEdit, 'id' | 'at' | 'moderator' | 'raw'>[];
  readonly notes: readonly CommentNote[];
}
