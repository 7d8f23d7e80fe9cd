import { joined, type Passages, type Reads, type SomeLocalized } from '../text/passage.ts';
import { readHtml } from '../text/read-html.ts';
import { readMarkdown } from '../text/read-markdown.ts';
import type { GiftFormat, GiftText } from './gift-question.ts';

/** How each format is read. Moodle's own is HTML with line breaks, which HTML reads as spaces. */
const READERS: Readonly<Record<GiftFormat, (text: string) => Passages>> = {
  html: readHtml,
  moodle: readHtml,
  markdown: readMarkdown,
  plain: (text) => ({
    passages: text
      .split(/\s*\n\s*/)
      .map((line, block) => ({ kind: 'text', block, fr: line, en: line })),
    bilingual: false,
    dropped: new Set(),
  }),
};

/** Elements that only give a look or a place: their loss is told, once a question. */
export type TellDropped = (names: ReadonlySet<string>) => void;

/** The passages of a text; what is lost of its look is told. */
export function passagesOf({ format, text }: GiftText, tell: TellDropped): Passages {
  const read = READERS[format](text);
  if (read.dropped.size > 0) tell(read.dropped);
  return read;
}

/** The text in the languages that it has; `undefined` when it is blank. */
export function carriedText(
  text: GiftText | undefined,
  reads: Reads,
  tell: TellDropped,
): SomeLocalized | undefined {
  return text && joined(passagesOf(text, tell), reads);
}

/** Plain text, but for multilang spans, which Moodle reads there too. */
export function carriedPlain(text: string, reads: Reads): SomeLocalized | undefined {
  return text.includes('multilang')
    ? joined(readHtml(text), reads)
    : joined(READERS.plain(text), reads);
}
