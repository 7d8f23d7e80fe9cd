import { type Token, Tokenizer } from 'parse5';
import { isLocale, type Locale } from '../../../i18n/locales.ts';
import type { Passages } from './passage.ts';
import { passageWriter } from './passage-writer.ts';

/** Elements that begin a passage of their own. */
const BLOCKS: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote center dd div dl dt fieldset figure footer form h1 h2 h3 h4 ' +
    'h5 h6 header hr main nav ol p section table tbody tfoot thead tr ul'
  ).split(' '),
);

/** What these hold is not text. */
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template', 'title', 'noscript']);

/** Elements whose loss changes nothing that is said. */
const PLAIN: ReadonlySet<string> = new Set(
  'p div span br code li ul ol lang html head body'.split(' '),
);

const VOID: ReadonlySet<string> = new Set('br hr img input wbr col source track embed'.split(' '));

/** Written so that the meaning stays: 10<sup>3</sup> is not 103, and cells do not touch. */
const SIGNS: Readonly<Record<string, string>> = { sup: '^', sub: '_', td: ' ', th: ' ' };

/** The class of what an export of this site adds around a question; an import leaves it out again. */
export const OWN_CLASS = 'strates-links';

/** Deeper elements are read as if they were not there. */
const DEEPEST = 100;

interface Open {
  readonly tag: string;
  readonly language: Locale | undefined;
  readonly href: string | undefined;
}

/**
 * Reads HTML, whole or torn, with parse5's tokenizer: in time that grows with its length, however
 * deep it is. `<code>` becomes backticks, `<pre>` a passage of code, multilang spans the languages.
 */
export function readHtml(html: string): Passages {
  const writer = passageWriter();
  const dropped = new Set<string>();
  const open: Open[] = [];
  let silent: string | undefined;
  let bilingual = false;

  const onStartTag = ({ tagName: tag, attrs, selfClosing }: Token.TagToken) => {
    if (silent !== undefined) return;
    const attribute = (wanted: string) => attrs.find(({ name }) => name === wanted)?.value;
    const href = addressOf(tag, attribute);
    if (!PLAIN.has(tag) && href === undefined) dropped.add(tag);
    if (SILENT.has(tag)) {
      silent = tag;
      return;
    }
    const named = languageOf(tag, attribute);
    bilingual ||= named !== undefined;
    const language = named ?? open.at(-1)?.language;
    if (BLOCKS.has(tag)) writer.begin('text');
    if (attribute('class') === OWN_CLASS) writer.skip();
    if (tag === 'li') writer.begin('item');
    if (tag === 'pre') writer.begin('code');
    if (tag === 'code') writer.mark(true, language);
    if (tag === 'br') writer.lineBreak(language);
    if (tag === 'img') writer.add(attribute('alt') ?? '', language);
    writer.add(SIGNS[tag] ?? '', language);
    if (VOID.has(tag) || selfClosing || open.length >= DEEPEST) return;
    open.push({ tag, language, href });
  };

  const close = ({ tag, language, href }: Open) => {
    if (tag === 'code') writer.mark(false, language);
    if (href !== undefined) writer.add(` (${href})`, language);
    if (BLOCKS.has(tag) || tag === 'li' || tag === 'pre') writer.begin('text');
  };

  const onEndTag = ({ tagName: tag }: Token.TagToken) => {
    if (tag === silent) silent = undefined;
    const depth = silent === undefined ? open.findLastIndex((each) => each.tag === tag) : -1;
    if (depth !== -1) open.splice(depth).toReversed().forEach(close);
  };

  const onText = ({ chars }: Token.CharacterToken) => {
    if (silent === undefined) writer.add(chars, open.at(-1)?.language);
  };

  const tokenizer = new Tokenizer(
    {},
    {
      onStartTag,
      onEndTag,
      onCharacter: onText,
      onWhitespaceCharacter: onText,
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  );
  tokenizer.write(html, true);
  open.toReversed().forEach(close);
  return { passages: writer.finished(), bilingual, dropped };
}

type Attribute = (name: string) => string | undefined;

/** The language of one of Moodle's multilang spans, or of the older `<lang>`. */
function languageOf(tag: string, attribute: Attribute): Locale | undefined {
  const isMultilang = tag === 'lang' || (tag === 'span' && attribute('class') === 'multilang');
  const language = isMultilang ? attribute('lang')?.split(/[-_]/)[0] : undefined;
  return isLocale(language) ? language : undefined;
}

function addressOf(tag: string, attribute: Attribute): string | undefined {
  const href = tag === 'a' ? attribute('href')?.trim() : undefined;
  return href !== undefined && /^https?:\/\//i.test(href) ? href : undefined;
}
