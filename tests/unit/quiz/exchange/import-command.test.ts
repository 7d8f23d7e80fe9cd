import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { importCommand } from '../../../../src/authoring/quiz-command/import.ts';
import { runQuizCommand } from '../../../../src/authoring/quiz-command/run-quiz-command.ts';
import { quickYaml } from '../../../../src/lib/quick-yaml.ts';

const folder = mkdtempSync(join(tmpdir(), 'strates-import-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** `npm run quiz -- import …`, in this process. */
const quiz = (...args: readonly string[]) =>
  runQuizCommand({ import: importCommand }, ['import', ...args]);

const gift = file('a.gift', '// [tag:x]\n::Kernel::Whose?{=own#no ~host#yes}\n\nEssay{}\n');
const toml = file(
  'b.toml',
  '[[questions]]\ntype = "ShortAnswer"\nprompt.prompt = "Kernel"\nanswer.answer = "mut"\n',
);

describe('npm run quiz -- import', () => {
  test('makes one quiz of several files, and says what is still to write', async () => {
    const { out, notes, failed } = await quiz(gift, toml, '--locale', 'en', '--tutorial', 'hybrid');
    expect(failed).toBeUndefined();
    expect(quickYaml(String(out))).toMatchObject({
      id: 'hybrid',
      questions: [
        { id: 'kernel', type: 'choice' },
        { id: 'kernel-2', type: 'text' },
      ],
    });
    expect(notes).toEqual([
      `${gift}:2:1: Tags are not kept: x.`,
      `${gift}:4:1: An essay is left out: nothing here could grade it.`,
      '2 questions: 1 choice, 1 text.',
      'Still to write: 7 fr, 2 objective, 2 section, 1 why.',
      '`npm run quiz -- check FILE` tells where, line by line.',
    ]);
  });

  test('writes a new file, and never over one that is there', async () => {
    const to = join(folder, 'quiz.yaml');
    const first = await quiz(toml, '--locale', 'fr', '--out', to);
    expect(first.out).toBe(`${to}\n`);
    expect(first.notes?.at(-1)).toContain(`npm run quiz -- check ${to}`);
    const written = readFileSync(to, 'utf8');
    expect(written).toContain('fr: Kernel');
    const second = await quiz(toml, '--locale', 'en', '--out', to);
    expect(second.failed).toBe(true);
    expect(second.notes?.[0]).toBe(`${to} is there already. Choose another name.`);
    expect(readFileSync(to, 'utf8')).toBe(written);
  });

  test.each([
    [[], 'Name a file to import.'],
    [[gift], 'does not tell the language of its texts. Add `--locale fr` or `--locale en`.'],
    [[gift, '--locale', 'de'], '--locale de: there are fr, en.'],
    [[gift, '--format', 'qti'], '--format qti: there are gift, mdbook-quiz.'],
    [[gift, '--format', 'constructor'], '--format constructor: there are gift, mdbook-quiz.'],
    [[gift, '--tutorial', 'My Quiz', '--locale', 'en'], 'in kebab-case, such as my-quiz.'],
    [[file('a.doc', 'x')], 'its name does not tell what it is. Add --format: gift, mdbook-quiz.'],
    [[file('b.gift', Uint8Array.of(0xff, 0xfe, 0x41))], 'is not text in UTF-8.'],
    [[file('c.gift', 'A{=b')], 'c.gift:1:2: This `{` is not closed.'],
    [[file('d.gift', '// nothing\n'), '--locale', 'en'], 'There is no question to import in'],
    [[file('f.gift', 'A{}'), '--locale', 'en'], 'f.gift:1:1: An essay is left out'],
    [[file('e.gift', 'x'.repeat(5_000_001))], 'has 5000001 bytes; a file of questions has 5000000'],
    [[join(folder, 'none.gift')], 'no such file'],
    [['--colour'], "Unknown option '--colour'"],
  ])('refuses %j with a sentence', async (args, sentence) => {
    const { out, notes = [], failed } = await quiz(...args);
    expect([out, failed]).toEqual([undefined, true]);
    expect(notes[0]).toContain(sentence);
    expect(notes.at(-1)).toContain('npm run quiz -- import FILE…');
  });
});
