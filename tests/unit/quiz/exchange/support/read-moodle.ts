import { parseFragment, type DefaultTreeAdapterTypes } from 'parse5';
import { all, attribute, inside, readXml, textOf, the, type ReadElement } from './read-xml.ts';

/** An answer as Moodle keeps it. */
export interface MoodleAnswer {
  readonly percent: number;
  readonly text: string;
  readonly feedback: string;
  readonly tolerance: number | null;
}

/** A question as Moodle keeps it, its markup read as a browser would. */
export interface MoodleQuestion {
  readonly type: string;
  readonly category: string;
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly after: string;
  readonly grade: number;
  readonly answers: readonly MoodleAnswer[];
  readonly pairs: readonly (readonly [item: string, target: string])[];
  readonly units: Readonly<Record<string, number>>;
  readonly hints: readonly string[];
  readonly tags: readonly string[];
  readonly files: readonly string[];
  /** Any other element of one text: `single`, `usecase`… */
  readonly settings: Readonly<Record<string, string>>;
}

/** Reads Moodle XML as `question/format/xml/format.php` does, which trusts no attribute it need not. */
export function readMoodle(text: string, lang: 'fr' | 'en'): readonly MoodleQuestion[] {
  let category = '';
  return inside(readXml(text), 'question').flatMap((element) => {
    if (attribute(element, 'type') === 'category') {
      category = textOf(the(the(element, 'category'), 'text'));
      return [];
    }
    return [questionOf(element, category, lang)];
  });
}

function questionOf(element: ReadElement, category: string, lang: 'fr' | 'en'): MoodleQuestion {
  const text = (of: ReadElement) => shown(textOf(the(of, 'text')), lang);
  return {
    type: attribute(element, 'type'),
    category,
    id: textOf(the(element, 'idnumber')),
    name: textOf(the(the(element, 'name'), 'text')),
    text: text(the(element, 'questiontext')),
    after: text(the(element, 'generalfeedback')),
    grade: Number(textOf(the(element, 'defaultgrade'))),
    answers: inside(element, 'answer').map((answer) => ({
      percent: Number(attribute(answer, 'fraction')),
      text: answer.attributes['format'] === 'html' ? text(answer) : textOf(the(answer, 'text')),
      feedback: inside(answer, 'feedback').map(text).join(''),
      tolerance: inside(answer, 'tolerance').map((each) => Number(textOf(each)))[0] ?? null,
    })),
    pairs: inside(element, 'subquestion').map((pair) => [
      text(pair),
      textOf(the(the(pair, 'answer'), 'text')),
    ]),
    units: Object.fromEntries(
      all(element, 'unit').map((unit) => [
        textOf(the(unit, 'unit_name')),
        Number(textOf(the(unit, 'multiplier'))),
      ]),
    ),
    hints: inside(element, 'hint').map(text),
    tags: all(element, 'tag').map((tag) => textOf(the(tag, 'text'))),
    files: all(element, 'file').map((file) => attribute(file, 'name')),
    settings: Object.fromEntries(
      element.children.flatMap((child) =>
        typeof child === 'object' && child.children.every((each) => typeof each === 'string')
          ? [[child.name, textOf(child)] as const]
          : [],
      ),
    ),
  };
}

/** The expression of Moodle's own multi-language filter (`filter/multilang`). */
const MULTILANG =
  /(?:<span(?:\s+lang="[a-zA-Z0-9_-]+"|\s+class="multilang"){2}\s*>.*?<\/span>(?:\s*(?=<span))?)+/gis;

/** What a reader of `lang` is shown of a markup: one language of each pair, as running text. */
function shown(markup: string, lang: string): string {
  const filtered = markup.replace(MULTILANG, (block) => {
    const own = [...block.matchAll(/<span[^>]*lang="([^"]+)"[^>]*>(.*?)<\/span>/gis)];
    return own.find(([, each]) => each === lang)?.[2] ?? own[0]?.[2] ?? '';
  });
  const fragment = parseFragment(filtered);
  return running(fragment).trim();
}

function running(node: DefaultTreeAdapterTypes.ParentNode): string {
  return node.childNodes
    .map((child) => {
      if (child.nodeName === '#text') return (child as DefaultTreeAdapterTypes.TextNode).value;
      if (!('childNodes' in child)) return '';
      const text = running(child);
      return ['p', 'li', 'pre'].includes(child.nodeName) ? `${text}\n` : text;
    })
    .join('');
}
