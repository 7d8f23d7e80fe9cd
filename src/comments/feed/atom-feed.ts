import type { Locale } from '../../i18n/locales.ts';

/** A feed before it is written out; every text is plain but `html`. */
export interface Feed {
  /** A URI that never changes. */
  readonly id: string;
  readonly locale: Locale;
  readonly title: string;
  /** Where the feed itself is. */
  readonly self: string;
  /** The page that shows the same. */
  readonly page: string;
  /** Newest first. */
  readonly entries: readonly FeedEntry[];
}

export interface FeedEntry {
  readonly id: string;
  readonly title: string;
  readonly page: string;
  readonly author: { readonly name: string; readonly website: string | null };
  readonly published: number;
  readonly updated: number;
  /** Language of `html`. */
  readonly locale: Locale;
  readonly html: string;
  /** What the entry answers (RFC 4685). */
  readonly answers: { readonly id: string; readonly page: string } | null;
}

/** Writes a feed as Atom (RFC 4287). Whatever the texts hold, what comes out is well-formed XML. */
export function atomFeed(feed: Feed): string {
  const { id, locale, title, self, page, entries } = feed;
  const updated = Math.max(0, ...entries.map((entry) => entry.updated));
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xmlns:thr="http://purl.org/syndication/thread/1.0" xml:lang="${locale}">`,
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    `<updated>${instant(updated)}</updated>`,
    `<link rel="self" type="application/atom+xml" href="${text(self)}"/>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    ...entries.map(entryXml),
    '</feed>',
    '',
  ].join('\n');
}

function entryXml(entry: FeedEntry): string {
  const { id, title, page, author, published, updated, locale, html, answers } = entry;
  return [
    '<entry>',
    `<id>${text(id)}</id>`,
    `<title>${text(title)}</title>`,
    `<author><name>${text(author.name)}</name>${
      author.website === null ? '' : `<uri>${text(author.website)}</uri>`
    }</author>`,
    `<published>${instant(published)}</published>`,
    `<updated>${instant(updated)}</updated>`,
    `<link rel="alternate" type="text/html" href="${text(page)}"/>`,
    ...(answers
      ? [
          `<thr:in-reply-to ref="${text(answers.id)}" type="text/html" href="${text(answers.page)}"/>`,
        ]
      : []),
    `<content type="html" xml:lang="${locale}">${text(html)}</content>`,
    '</entry>',
  ].join('\n');
}

function instant(at: number): string {
  return new Date(at).toISOString();
}

const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  // A parser would make a line feed of it.
  '\r': '&#13;',
};

/** A text inside an element or an attribute; what XML 1.0 has no place for becomes U+FFFD. */
function text(value: string): string {
  return value
    .toWellFormed()
    .replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"\r]/g, (sign) => REFERENCES[sign] ?? sign);
}
