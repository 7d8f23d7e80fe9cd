import type { Locale } from '../../i18n/locales.ts';

/**
 * A mail before it is written out. It is made of blocks, and both its parts (plain text and HTML)
 * are drawn from them, so that they say the same. Texts are plain: what a visitor wrote stands in
 * them as it is, and whoever draws them escapes it.
 *
 * To send one, add a job and give its kind a handler; the mail is composed when it is sent, from
 * what holds then, and null sends none:
 *
 * ```ts
 * // where something happens, in its transaction
 * store.addComment(comment, { jobs: [{ kind: 'welcome', subject: key, payload: { key }, dueAt: now }] });
 * // a row of job-handlers.ts
 * welcome: mailHandler(async ({ service, job }) => ({ to, locale, subject, blocks: [...] })),
 * ```
 */
export interface Mail {
  /** A bare address that `cleanEmail` let pass. */
  readonly to: string;
  /** Language of the frame: everything but the quotes that say another. */
  readonly locale: Locale;
  /** One line. */
  readonly subject: string;
  readonly blocks: readonly MailBlock[];
  /** Names the list, for filters (RFC 2919): `moderation` becomes `<moderation.strates.example>`. */
  readonly list?: string;
  /**
   * Address of the service that ends such mails: a POST without a session acts at once
   * (RFC 8058), a GET shows a page that asks.
   */
  readonly unsubscribe?: string;
  /** The limit that it counts against once it is sent: tries that came to nothing use up none. */
  readonly counts?: { readonly key: string; readonly limit: number; readonly windowMs: number };
}

export type MailBlock =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** What somebody wrote, line by line. */
  | { readonly kind: 'quote'; readonly text: string; readonly lang: Locale }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  /** Pairs of a label and a value. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  /** Addresses of the service or the site, each with what it leads to. */
  | {
      readonly kind: 'links';
      readonly links: readonly { readonly label: string; readonly href: string }[];
    }
  /** Why this mail came, at its foot. */
  | { readonly kind: 'small'; readonly text: string };
