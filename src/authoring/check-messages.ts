import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { isMap, isScalar, LineCounter, parseDocument } from 'yaml';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import type { Problem } from './problem.ts';

interface Message {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly text: string;
}

const PLURAL = /_(zero|one|two|few|many|other)$/;

/**
 * What is wrong in the interface strings under `folder` (`content/messages/<locale>/<namespace>.json`):
 * a key or a plural form that a language lacks, an empty text, a placeholder that only one language fills.
 */
export function checkMessages(folder: string, root: string): readonly Problem[] {
  const catalogues = LOCALES.map(
    (locale) => [locale, readCatalogue(join(folder, locale), root)] as const,
  );
  return catalogues.flatMap(([locale, own]) => [
    ...catalogues.flatMap(([other, theirs]) =>
      other === locale ? [] : lacking(locale, own, other, theirs),
    ),
    ...pluralFaults(locale, own),
    ...[...own]
      .filter(([, { text }]) => text.trim() === '')
      .map(([key, at]) => problem(at, `\`${key}\` is empty. Write its text.`)),
  ]);
}

const problem = ({ file, line, column }: Omit<Message, 'text'>, message: string): Problem => ({
  rule: 'message',
  file,
  line,
  column,
  message,
});

/** Every text of a language by `namespace:key.path`, with its place. */
function readCatalogue(folder: string, root: string): ReadonlyMap<string, Message> {
  const messages = new Map<string, Message>();
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.json'))) {
    const path = join(folder, name);
    const lines = new LineCounter();
    // JSON is YAML too, and this parser knows where each key stands.
    const document = parseDocument(readFileSync(path, 'utf8'), { lineCounter: lines });
    const walk = (node: unknown, prefix: string): void => {
      if (!isMap(node)) return;
      for (const { key, value } of node.items) {
        if (!isScalar(key)) continue;
        const name = `${prefix}${String(key.value)}`;
        if (isScalar(value)) {
          const { line, col } = lines.linePos(key.range?.[0] ?? 0);
          messages.set(name, {
            file: relative(root, path),
            line,
            column: col,
            text: String(value.value),
          });
        } else walk(value, `${name}.`);
      }
    };
    walk(document.contents, `${name.slice(0, -'.json'.length)}:`);
  }
  return messages;
}

function lacking(
  locale: Locale,
  own: ReadonlyMap<string, Message>,
  other: Locale,
  theirs: ReadonlyMap<string, Message>,
): readonly Problem[] {
  const has = (catalogue: ReadonlyMap<string, Message>, key: string) =>
    catalogue.has(key) ||
    [...catalogue.keys()].some((name) => stem(name) === stem(key) && PLURAL.test(key));
  return [...own].flatMap(([key, at]) => {
    if (!has(theirs, key)) {
      return [problem(at, `\`${key}\` is in ${locale} and not in ${other}. Write it in both.`)];
    }
    const twin = theirs.get(key);
    const lost = twin
      ? placeholders(at.text).filter((name) => !placeholders(twin.text).includes(name))
      : [];
    return lost.map((name) =>
      problem(at, `\`${key}\` uses {{${name}}} in ${locale} and not in ${other}.`),
    );
  });
}

function pluralFaults(locale: Locale, own: ReadonlyMap<string, Message>): readonly Problem[] {
  const wanted = new Intl.PluralRules(locale).resolvedOptions().pluralCategories;
  const stems = new Map(
    [...own].filter(([key]) => PLURAL.test(key)).map(([key, at]) => [stem(key), at]),
  );
  return [...stems].flatMap(([key, at]) =>
    wanted
      .filter((category) => !own.has(`${key}_${category}`))
      .map((category) =>
        problem(
          at,
          `\`${key}\` lacks the plural form \`${key.split(/[.:]/).at(-1) ?? key}_${category}\`.`,
        ),
      ),
  );
}

const stem = (key: string) => key.replace(PLURAL, '');

const placeholders = (text: string) =>
  [...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1] ?? '');
