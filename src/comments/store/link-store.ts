import type { Instant } from './store.ts';

/**
 * Links that are mailed to somebody and work until they are used up or expire. A link shows; what
 * it can do is done by a form of the page that it shows: mail scanners that follow it change nothing.
 */
export interface LinkStore {
  /** Adds a link; one with the same secret stays as it is, so that a mail can be sent again. */
  addLink(link: NewLink): Promise<void>;
  /** What the link stands for while it is good; does not use it up. */
  findLink(link: LinkQuery): Promise<Link | null>;
  /** Uses the link up: what it stood for the first time, null ever after. */
  takeLink(link: LinkQuery): Promise<Link | null>;
}

export interface LinkQuery {
  /** SHA-256 of the secret. */
  readonly tokenHash: string;
  /** What the link is good for, and nothing else. */
  readonly purpose: string;
  readonly now: Instant;
}

export interface Link {
  /** Whom it was mailed to: an address in lower case, by which it can be erased. */
  readonly subject: string;
  readonly data: unknown;
}

export interface NewLink extends Link {
  readonly tokenHash: string;
  readonly purpose: string;
  readonly expiresAt: Instant;
}
