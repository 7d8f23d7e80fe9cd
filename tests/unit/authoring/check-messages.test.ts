import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkMessages } from '../../../src/authoring/check-messages.ts';
import { diagram, DIAGRAM_IDS } from '../../../src/diagrams/catalogue.ts';
import { LOCALES } from '../../../src/i18n/locales.ts';
import { MESSAGES } from '../../../src/i18n/translations.ts';
import { typography } from '../../../src/i18n/typography.ts';

function problemsOf(fr: object, en: object) {
  const root = mkdtempSync(join(tmpdir(), 'strates-messages-'));
  try {
    for (const [locale, texts] of Object.entries({ fr, en })) {
      mkdirSync(join(root, locale));
      writeFileSync(join(root, locale, 'quiz.json'), JSON.stringify(texts, null, 2));
    }
    return checkMessages(root, root);
  } finally {
    rmSync(root, { recursive: true });
  }
}

describe('interface strings', () => {
  test('a key that one language lacks is told with file and line', () => {
    expect(problemsOf({ check: 'Vérifier', retry: 'Reprendre' }, { check: 'Check' })).toMatchObject(
      [
        {
          rule: 'message',
          file: 'fr/quiz.json',
          line: 3,
          message: expect.stringContaining('`quiz:retry`'),
        },
      ],
    );
  });

  test('French needs the plural form for a million', () => {
    const fr = { left_one: '{{count}} question', left_other: '{{count}} questions' };
    const en = { left_one: '{{count}} question', left_other: '{{count}} questions' };
    expect(problemsOf(fr, en).map(({ message }) => message)).toEqual([
      expect.stringContaining('`left_many`'),
    ]);
  });

  test('a placeholder that one language forgot', () => {
    expect(problemsOf({ of: '{{n}} sur {{total}}' }, { of: '{{n}} of all' })).toMatchObject([
      { message: expect.stringContaining('{{total}}') },
    ]);
  });

  test('an empty text', () => {
    expect(problemsOf({ check: ' ' }, { check: 'Check' })).toMatchObject([
      { file: 'fr/quiz.json', line: 2 },
    ]);
  });

  test('the site’s own are whole', () => {
    expect(checkMessages('content/messages', '.')).toEqual([]);
  });

  test.each(LOCALES)('each text is set as its language wants it: %s', (locale) => {
    const texts = Object.entries(MESSAGES[locale]).flatMap(([, messages]) => leafTexts(messages));
    const visible = (text: string) => text.replaceAll('\u2060', '');
    expect(texts.map(visible)).toEqual(texts.map((text) => visible(typography(text, locale))));
  });

  test('every key is used somewhere', () => {
    const code = readdirSync('src', { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(ts|astro)$/.test(file))
      .map((file) => readFileSync(join('src', file), 'utf8'))
      .join('\n');
    const keys = Object.entries(MESSAGES.fr).flatMap(([namespace, texts]) =>
      leaves(texts).map((key) => `${namespace}:${key.replace(/_(one|many|other)$/, '')}`),
    );
    expect(keys.filter((key) => !isUsed(key, code))).toEqual([]);
  });
});

function leaves(texts: object, prefix = ''): string[] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? leaves(value as object, `${prefix}${key}.`)
      : [`${prefix}${key}`],
  );
}

function leafTexts(messages: object): string[] {
  return Object.values(messages).flatMap((value: unknown) =>
    typeof value === 'object' && value !== null ? leafTexts(value) : [String(value)],
  );
}

/** What is asked for by the id of a diagram, or by what it can be asked. */
const OF_DIAGRAMS = new Set(
  DIAGRAM_IDS.flatMap((id) => [
    `diagrams:title.${id}`,
    `diagrams:lead.${id}`,
    ...diagram(id).parameters.flatMap(({ name, values }) => [
      `diagrams:question.${name}`,
      ...values.map((value) => `diagrams:answer.${name}.${value}`),
    ]),
  ]),
);

/**
 * Used as a whole, or through a template such as `quiz:verdict.${state}` that ends at one of its
 * dots. The words of stacks travel to the browser as one record, and are asked for by their own name.
 */
function isUsed(key: string, code: string): boolean {
  // What stacks say in all their states is held to their phrases by a test of their own.
  if (key.startsWith('diagrams:stack.') || OF_DIAGRAMS.has(key)) return true;
  // The words of models are held to what their states say by a test of their own.
  if (key.startsWith('models:')) return true;
  // The words of flows are held to their parts and steps by a test of their own.
  if (/^flows:(?:title|lead|picture|sentence|label|step|ask)\./.test(key)) return true;
  // `site` is the default namespace.
  const name = key.replace(/^(?:workbench:bench\.|site:)/, '');
  if (new RegExp(`['"\`]${name.replaceAll('.', '\\.')}['"\`]`).test(code)) return true;
  const parents = [...name.matchAll(/[.-]/g)].map(({ index }) => name.slice(0, index + 1));
  return parents.some((parent) => code.includes(`\`${parent}\${`));
}
