import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { quickYaml } from '../../../../../src/lib/quick-yaml.ts';
import { importMdbook } from '../../../../../src/quiz/exchange/toml/import-mdbook.ts';
import { importGift } from '../../../../../src/quiz/exchange/gift/import-gift.ts';
import { writeGift } from '../../../../../src/quiz/exchange/gift/write-gift.ts';
import { idMaker } from '../../../../../src/quiz/exchange/yaml/name-ids.ts';
import { writeQuizYaml } from '../../../../../src/quiz/exchange/yaml/write-quiz-yaml.ts';
import { quizSchema, type Quiz } from '../../../../../src/quiz/schema.ts';
import type { QuizSketch } from '../../../../../src/quiz/exchange/yaml/sketch.ts';
import { received, told } from '../gift/as-gift-tells.ts';
import { CONTEXT } from '../gift/sample.ts';

const imported = (source: string) =>
  importMdbook(source, { file: 'a.toml', locale: 'en', questionId: idMaker() });

const question = (type: string, rest: string) => `[[questions]]\ntype = "${type}"\n${rest}\n`;

/** Real quizzes of the Rust book's experiment (MIT/Apache-2.0); not in this repository. */
const SAMPLES = new URL('../../../../../../shared/data/mdbook-quiz/', import.meta.url);
const names = existsSync(SAMPLES)
  ? readdirSync(SAMPLES).filter((name) => name.endsWith('.toml'))
  : [];
if (names.length === 0) console.warn('not run: ../shared/data/mdbook-quiz is not there');

describe('importing mdbook-quiz', () => {
  test('carries a choice, its answer where the file puts it', () => {
    const source = question(
      'MultipleChoice',
      'prompt.prompt = "A **b** `c`?"\nprompt.distractors = ["x", "y"]\nprompt.answerIndex = 1\nanswer.answer = "z"\ncontext = "d"',
    );
    const { questions } = imported(source);
    expect(questions).toEqual([
      {
        id: 'b',
        rev: 1,
        type: 'choice',
        prompt: { en: 'A b `c`?' },
        options: [
          { id: 'x', correct: false, text: { en: 'x' } },
          { id: 'z', correct: true, text: { en: 'z' } },
          { id: 'y', correct: false, text: { en: 'y' } },
        ],
        explain: { en: 'd' },
      },
    ]);
  });

  test('carries several answers, and answers that are typed', () => {
    const { questions } = imported(
      question(
        'MultipleChoice',
        'id = "my-name"\nprompt.prompt = "A"\nprompt.distractors = ["x"]\nanswer.answer = ["y", "z"]',
      ) +
        question(
          'ShortAnswer',
          'prompt.prompt = "B"\nprompt.response = "code"\nanswer.answer = "let  mut"\nanswer.alternatives = ["mut"]',
        ),
    );
    expect(questions).toMatchObject([
      { id: 'my-name', type: 'multiple' },
      { type: 'text', answer: { en: 'let mut' }, accept: ['mut'], exact: true },
    ]);
  });

  test('makes a trace of a program, of which it invents no output', () => {
    const program = 'prompt.program = """\nfn main() {}\n"""\n';
    const { questions, remarks } = imported(
      question('Tracing', `${program}answer.doesCompile = true\nanswer.stdout = "1\\n2\\n"`) +
        question('Tracing', `${program}answer.doesCompile = false\nanswer.lineNumber = 4`),
    );
    expect(questions).toMatchObject([
      { type: 'trace', steps: [{ run: 'fn main() {}', accept: ['1\n2'], output: '1\n2' }] },
      { type: 'trace', steps: [{ options: [{ correct: false }, { correct: true }] }] },
    ]);
    expect(questions[1]?.steps?.[0]?.output).toBeUndefined();
    expect(remarks.map(({ line, message }) => [line, message.slice(0, 21)])).toEqual([
      [1, 'Whether the program c'],
      [8, 'The line of the error'],
    ]);
  });

  test('puts the text of a part before each of its questions', () => {
    const source = `${question('ShortAnswer', 'multipart = "p"\nprompt.prompt = "B"\nanswer.answer = "c"')}\n[multipart]\np = "A"\n`;
    expect(imported(source).questions[0]?.prompt).toEqual({ en: 'A\nB' });
  });

  test.each([
    ['x = ', 'a.toml:1:5: This is not valid TOML'],
    ['x = "a', 'This is not valid TOML'],
    ['x = 1', 'a.toml:1:1: `questions` is missing.'],
    [
      question('Tracin', ''),
      'a.toml:1:1: Question no. 1: There is no type `Tracin`. Did you mean `Tracing`?',
    ],
    [
      `${question('ShortAnswer', 'prompt.prompt = "B"\nanswer.answer = "c"')}\n${question('ShortAnswer', 'answer.answer = "c"')}`,
      'a.toml:6:1: Question no. 2: `prompt` is missing.',
    ],
    [`x = ${'['.repeat(100_000)}`, 'This is not valid TOML'],
    ['__proto__ = 1', 'This is not valid TOML'],
    ['\0', 'This is not valid TOML'],
  ])('refuses %#: says where and why', (source, message) => {
    expect(() => imported(source)).toThrow(message);
  });

  describe.skipIf(names.length === 0)('the quizzes of the Rust book', () => {
    test.each(names)('%s goes in, and is read back from YAML as it went', (name) => {
      const source = readFileSync(new URL(name, SAMPLES), 'utf8');
      const { questions } = imported(source);
      expect(questions.length).toBe(source.split('[[questions]]').length - 1);
      expect(quickYaml(writeQuizYaml({ questions }))).toEqual({
        questions: questions.map(withoutDefaults),
      });
    });

    test.each(names)(
      '%s, once its author has completed it, goes out as GIFT and in again',
      (name) => {
        const { questions } = imported(readFileSync(new URL(name, SAMPLES), 'utf8'));
        const quiz = completed({ id: 'rust', questions });
        const { text } = writeGift([quiz], 'both', CONTEXT);
        const back = importGift(text, { file: 'out.gift', questionId: idMaker() });
        const yaml = writeQuizYaml({ id: back.quiz, questions: back.questions });
        expect(received(quizSchema.parse(quickYaml(yaml)))).toEqual(told(quiz));
      },
    );
  });
});

/** As YAML holds it: what is absent or a default is not written. */
function withoutDefaults(question: object): unknown {
  return JSON.parse(
    JSON.stringify(question, (_, value: unknown) =>
      value === false || (Array.isArray(value) && value.length === 0) ? undefined : value,
    ),
  );
}

/** What an author would add: here, the same text in both languages and one reason for all. */
function completed(sketch: QuizSketch): Quiz {
  const why = { fr: 'Voilà.', en: 'There.' };
  const both = (text: { fr?: string | undefined; en?: string | undefined } | undefined) =>
    text && { fr: text.fr ?? text.en, en: text.en ?? text.fr };
  const explained = (items: QuizSketch['questions'][number]['options']) =>
    items?.map((item) => ({ ...item, text: both(item.text), why }));
  const whole = {
    ...sketch,
    questions: sketch.questions.map(({ prompt, explain, answer, ...question }) => ({
      ...withoutAbsent(question),
      objective: 'read',
      section: 'part',
      prompt: both(prompt),
      ...withoutAbsent({ explain: both(explain) }),
      ...withoutAbsent({ options: explained(question.options) }),
      ...(question.type === 'text' && typeof answer === 'object'
        ? { answer: both(answer), why }
        : {}),
      ...(question.steps && {
        captured: { fr: 'rustc 1.90', en: 'rustc 1.90' },
        steps: question.steps.map((step) => ({
          ...withoutAbsent(step),
          output: step.output ?? 'error[E0384]',
          ...withoutAbsent({ options: explained(step.options), ask: both(step.ask) }),
        })),
      }),
    })),
  };
  return quizSchema.parse(withoutDefaults(whole));
}

const withoutAbsent = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined));
