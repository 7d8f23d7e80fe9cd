import { placesOf, refuseFaults, type ImportFault } from '../import-fault.ts';
import { holdsStandIns, unescapeGift } from './escapes.ts';
import { GAP, type GiftEntry, type GiftText, type PlacedEntry } from './gift-question.ts';
import { readBody, readText } from './read-answers.ts';
import { cut, slice, trimmed, wholeOf, type Slice } from './slice.ts';
import { splitGift, type GiftBlock } from './split-gift.ts';

/**
 * Reads a GIFT file by the rules of Moodle's own reader (`question/format/gift/format.php`, read in
 * autumn 2026): a blank line ends a question, a line that begins with `//` is a comment, the first
 * `{` and the first `}` hold the answers, and a backslash before one of `~ = # { } :` makes it text.
 * `file` is the path that messages show.
 *
 * Throws an `ImportError` that holds every fault, in the order of the file.
 */
export function readGift(source: string, file: string): readonly PlacedEntry[] {
  if (source.includes('\0') || holdsStandIns(source)) {
    const offset = Math.max(0, source.search(/[\0\uFDD0-\uFDEF]/));
    const message = 'This is not a text file. Save it as plain text in UTF-8.';
    refuseFaults(source, file, [{ offset, message }]);
  }
  const faults: ImportFault[] = [];
  const place = placesOf(source);
  const entries = splitGift(source).flatMap((block): readonly PlacedEntry[] => {
    const offsetAt = (at: number) => block.offsets[Math.min(at, block.offsets.length - 1)] ?? 0;
    const tell = (at: number, message: string) => {
      faults.push({ offset: offsetAt(at), message });
    };
    const body = trimmed(wholeOf(block));
    const entry = readBlock(body, block, tell);
    return entry ? [{ ...entry, ...place(offsetAt(body.from)) }] : [];
  });
  refuseFaults(source, file, faults);
  return entries;
}

const CATEGORY = '$CATEGORY:';

type Tell = (at: number, message: string) => void;

function readBlock(body: Slice, block: GiftBlock, tell: Tell): GiftEntry | undefined {
  if (body.text.startsWith(CATEGORY)) {
    return { kind: 'category', path: unescapeGift(body.text.slice(CATEGORY.length)).trim() };
  }
  const { name, rest } = readName(body);
  const parts = bracesOf(rest, tell);
  if (parts === undefined) return undefined;
  const { before, answers, after } = parts;

  const stem = readText({ text: stemOf(before, after), from: before.from }, 'moodle');
  const feedbackAt = answers?.text.lastIndexOf('####') ?? -1;
  const general =
    answers && feedbackAt !== -1
      ? readText(slice(answers, feedbackAt + 4), stem.format)
      : undefined;
  const listed = answers && trimmed(feedbackAt === -1 ? answers : slice(answers, 0, feedbackAt));
  return {
    kind: 'question',
    question: {
      name,
      ...labelsOf(block.comments),
      stem,
      generalFeedback: isBlank(general) ? undefined : general,
      body: listed ? readBody(listed, { format: stem.format, tell }) : { kind: 'description' },
    },
  };
}

const isBlank = (text: GiftText | undefined) => text === undefined || text.text === '';

/** `::name::` before a question. */
function readName(body: Slice): { readonly name?: string; readonly rest: Slice } {
  if (!body.text.startsWith('::')) return { rest: body };
  const [name, rest] = cut(slice(body, 2), '::');
  if (rest === undefined) return { rest: name };
  return { name: unescapeGift(name.text).replace(/\s+/g, ' ').trim(), rest: trimmed(rest) };
}

interface Braced {
  readonly before: Slice;
  /** Without them, the text describes and asks nothing. */
  readonly answers?: Slice;
  readonly after?: Slice;
}

function bracesOf(part: Slice, tell: Tell): Braced | undefined {
  const open = part.text.indexOf('{');
  const close = part.text.indexOf('}');
  if (open === -1 && close === -1) return { before: part };
  if (open === -1) {
    tell(part.from + close, 'This `}` closes nothing. Write `\\}` if it is text.');
    return undefined;
  }
  if (close < open) {
    const mend = 'Close the answers before the next blank line, or write `\\{` if it is text.';
    tell(part.from + open, `This \`{\` is not closed. ${mend}`);
    return undefined;
  }
  return {
    before: slice(part, 0, open),
    answers: trimmed(slice(part, open + 1, close)),
    after: trimmed(slice(part, close + 1)),
  };
}

/** The text of a question; a gap stands where its answers stood inside it. */
function stemOf(before: Slice, after: Slice | undefined): string {
  return after === undefined || after.text === ''
    ? before.text
    : `${before.text}${GAP}${/^[\p{L}\p{N}]/u.test(after.text) ? ' ' : ''}${after.text}`;
}

/** `[id:…]` and `[tag:…]` in the comments; `\]` is a bracket of theirs. */
function labelsOf(comments: readonly string[]) {
  const all = comments.flatMap((comment) => [
    ...comment.matchAll(/\[(id|tag):((?:\\\]|[^\]\\]|\\(?!\]))+)\]/g),
  ]);
  const labels = all.map(([, kind, label = '']) => ({
    kind,
    label: label.replaceAll('\\]', ']').trim(),
  }));
  return {
    id: labels.findLast(({ kind }) => kind === 'id')?.label,
    tags: labels.filter(({ kind }) => kind === 'tag').map(({ label }) => label),
  };
}
