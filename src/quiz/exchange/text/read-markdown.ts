import type { Passage, Passages } from './passage.ts';

const FENCE = /^ {0,3}(```+|~~~+)[^`]*$/;
const ITEM = /^\s*(?:[-*+]|\d+[.)])\s+(?=\S)/;
const QUOTE = /^ {0,3}>\s?/;
const HEADING = /^ {0,3}#{1,6}\s+(?=\S)/;

/** Signs around a stretch that only give it a look, by the name of what is lost with them. */
const LOOKS: readonly (readonly [name: string, pattern: RegExp, kept: string])[] = [
  ['image', /!\[([^\]]{0,500})\]\([^)\s]{1,2000}\)/g, '$1'],
  ['', /\[([^\]]{1,500})\]\((https?:[^)\s]{1,2000})\)/g, '$1 ($2)'],
  ['link', /\[([^\]]{1,500})\]\([^)\s]{1,2000}\)/g, '$1'],
  ['strong', /\*\*(?=\S)([^*]{1,2000})(?<=\S)\*\*/g, '$1'],
  ['strong', /(?<![\p{L}\p{N}_])__(?=\S)([^_]{1,2000})(?<=\S)__(?![\p{L}\p{N}_])/gu, '$1'],
  ['em', /\*(?=\S)([^*]{1,2000})(?<=\S)\*/g, '$1'],
  ['em', /(?<![\p{L}\p{N}_])_(?=\S)([^_]{1,2000})(?<=\S)_(?![\p{L}\p{N}_])/gu, '$1'],
];

/**
 * Reads the Markdown that quizzes are written in: paragraphs, lists, fenced code, code in backticks;
 * what only gives a look is taken off. It names no language: both read the same.
 */
export function readMarkdown(markdown: string): Passages {
  const dropped = new Set<string>();
  const passages: Passage[] = [];
  let kind: Passage['kind'] = 'text';
  let lines: string[] = [];
  let fence: string | undefined;

  const finish = (next: Passage['kind']) => {
    const code = kind === 'code';
    const text = code
      ? lines.join('\n').replace(/\s+$/, '')
      : withoutLooks(lines.join(' '), dropped);
    if (code) dropped.add('pre');
    if (text.trim() !== '') passages.push({ kind, block: passages.length, fr: text, en: text });
    lines = [];
    kind = next;
  };
  for (const whole of markdown.replace(/\r\n?/g, '\n').split('\n')) {
    const line = fence === undefined ? whole.replace(QUOTE, '') : whole;
    if (line !== whole) dropped.add('blockquote');
    const mark = FENCE.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence) && line.trim() === mark) {
        finish('text');
        fence = undefined;
      } else lines.push(line);
    } else if (mark !== undefined) {
      finish('code');
      fence = mark;
    } else if (line.trim() === '') finish('text');
    else if (ITEM.test(line)) {
      finish('item');
      lines.push(line.replace(ITEM, ''));
    } else if (HEADING.test(line)) {
      finish('text');
      dropped.add('heading');
      lines.push(line.replace(HEADING, ''));
      finish('text');
    } else lines.push(line.trim());
  }
  finish('text');
  return { passages, bilingual: false, dropped };
}

/** Running text without what only gives it a look; what stands in backticks is left alone. */
function withoutLooks(text: string, dropped: Set<string>): string {
  return text
    .split(/(`[^`]*`)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : LOOKS.reduce(
            (rest, [name, pattern, kept]) => {
              const plain = rest.replace(pattern, kept);
              if (plain !== rest && name !== '') dropped.add(name);
              return plain;
            },
            part.replace(/\s+/g, ' ').replace(/\\(?=[\\`*_{}[\]()#+.!-])/g, ''),
          ),
    )
    .join('')
    .trim();
}
