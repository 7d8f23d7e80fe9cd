import { describe, expect, test } from 'vitest';
import type { Localized } from '../../../../../src/i18n/locales.ts';
import type { Languages } from '../../../../../src/quiz/exchange/exported.ts';
import { exportFile, FORMATS } from '../../../../../src/quiz/exchange/formats.ts';
import { shareOf } from '../../../../../src/quiz/exchange/moodle/fraction.ts';
import { plainText } from '../../../../../src/quiz/exchange/say.ts';
import { quizSchema, type Quiz } from '../../../../../src/quiz/schema.ts';
import { CONTEXT, EVERY_TYPE } from '../support/every-type.ts';
import { readMoodle, type MoodleQuestion } from '../support/read-moodle.ts';
import { SITE_QUIZZES } from '../support/site-quizzes.ts';
import { textsIn } from '../support/texts-in.ts';

const FILES = [
  ['fr', 'fr'],
  ['en', 'en'],
  ['both', 'fr'],
  ['both', 'en'],
] as const;

function writeMoodle(quiz: Quiz, languages: Languages) {
  const bytes = exportFile('moodle', quiz.id, [quiz], languages, CONTEXT);
  return { text: bytes.toString(), losses: FORMATS.moodle.losses(quiz, languages) };
}

const whole = writeMoodle(EVERY_TYPE, 'fr');

test.each(['fr', 'both'] as const)(
  'the file of every type stays what it is, in %s',
  async (languages) => {
    const { text } = writeMoodle(EVERY_TYPE, languages);
    await expect(text).toMatchFileSnapshot(`golden/every-type.${languages}.moodle.xml`);
  },
);

describe.each(FILES)('a file in %s, as a reader of %s is shown it', (languages, locale) => {
  const say = (text: Localized) => plainText(text, locale);
  const read = new Map(
    readMoodle(writeMoodle(EVERY_TYPE, languages).text, locale).map((each) => [
      each.id.replace('every-type.', ''),
      each,
    ]),
  );
  const question = (id: string): MoodleQuestion => {
    const found = read.get(id);
    if (!found) throw new Error(`No ${id}.`);
    return found;
  };
  const answers = (id: string) =>
    question(id).answers.map(({ percent, text, feedback }) => [percent, text, feedback]);

  test('a choice comes back: options, explanations, and which is right', () => {
    expect(question('whose-kernel').settings).toMatchObject({
      single: 'true',
      shuffleanswers: 'false',
    });
    expect(answers('whose-kernel')).toEqual(
      optionsOf('whose-kernel').map(({ text, why, correct }) => [
        correct ? 100 : 0,
        say(text),
        say(why),
      ]),
    );
    expect(question('whose-kernel').hints).toHaveLength(2);
  });

  test('several right options share the mark, a wrong one takes a share back', () => {
    expect(question('what-travels').settings).toMatchObject({
      single: 'false',
      shuffleanswers: 'true',
    });
    expect(answers('what-travels')).toEqual(
      optionsOf('what-travels').map(({ text, why, correct }) => [
        correct ? 33.33333 : -33.33333,
        say(text),
        say(why),
      ]),
    );
  });

  test('each row is a true-or-false question that explains itself either way', () => {
    const rows = ['neighbors', 'hardware'].map((id) => question(`who-is-reached.${id}`));
    expect(rows.map(({ type, grade }) => [type, grade])).toEqual([
      ['truefalse', 0.5],
      ['truefalse', 0.5],
    ]);
    expect(rows.map(({ answers: [yes, no] }) => [yes?.percent, no?.percent])).toEqual([
      [100, 0],
      [0, 100],
    ]);
    for (const { answers: both } of rows) {
      expect(both.map(({ text }) => text)).toEqual(['true', 'false']);
      expect(both[0]?.feedback).toBe(both[1]?.feedback);
      expect(both[0]?.feedback).not.toBe('');
    }
  });

  test('an order keeps its order, and its reasons stand after it', () => {
    const { type, answers: items, after } = question('start-order');
    expect(type).toBe('ordering');
    expect(items.map(({ text }) => text)).toEqual(
      itemsOf('start-order').map(({ text }) => say(text)),
    );
    for (const { why } of itemsOf('start-order')) expect(after).toContain(say(why));
  });

  test('a match pairs each item with its target, and offers the target of none', () => {
    const { type, pairs, after } = question('who-does-what');
    const target = (fr: string, en: string) => plainText({ fr, en }, languages);
    expect(type).toBe('matching');
    expect(pairs.map(([, answer]) => answer)).toEqual([
      target('Les cgroups', 'The cgroups'),
      target('Les espaces de noms', 'Namespaces'),
      'chroot',
    ]);
    expect(pairs.map(([item]) => item)).toEqual([
      ...itemsOf('who-does-what').map(({ text }) => say(text)),
      '',
    ]);
    for (const { why } of itemsOf('who-does-what')) expect(after).toContain(say(why));
  });

  test('a typed text takes every spelling, and knows its mistakes', () => {
    const { settings, answers: typed } = question('name-it');
    expect(settings['usecase']).toBe('0');
    const of = (percent: number) =>
      typed.filter((each) => each.percent === percent).map(({ text }) => text);
    expect(of(100)).toEqual(
      expect.arrayContaining([
        "l'hôte privilégié",
        'l’hote privilegie',
        'the privileged host',
        'dom0',
        'dom\\*',
      ]),
    );
    expect(of(0)).toEqual(['invité', 'invite', 'guest']);
  });

  test('a number has its tolerance and all of its units, by how many make one of the first', () => {
    const { answers: numbers, units } = question('how-much');
    expect(numbers.map(({ text, percent, tolerance }) => [text, percent, tolerance])).toEqual([
      ['1536', 100, 76.8],
      ['512', 0, 0],
    ]);
    expect(units).toEqual({ Mio: 1, MiB: 1, Gio: 1 / 1024, GiB: 1 / 1024 });
  });

  test('a hotspot shows its picture over its layers', () => {
    const { files, text } = question('where-is-it');
    expect(text).toBe(
      say({ fr: 'Quelle couche partagent-elles ?', en: 'Which layer do they share?' }),
    );
    expect(files).toEqual(
      languages === 'both' ? ['physical-fr.svg', 'physical-en.svg'] : [`physical-${locale}.svg`],
    );
  });

  test('a trace asks step by step, each after what ran before', () => {
    const [first, second] = [question('what-happens.inside'), question('what-happens.count')];
    expect(first.text).toContain('$ uname -r\n6.12.0');
    expect(first.text).not.toContain('<x>');
    expect(first.after).toContain('6.12.0 <x> ]]> &');
    expect(second.text).toContain('6.12.0 <x> ]]> &');
    expect([first.type, second.type]).toEqual(['multichoice', 'shortanswer']);
  });

  test('no text of the course is missing', () => {
    for (const quiz of SITE_QUIZZES) {
      const all = readMoodle(writeMoodle(quiz, languages).text, locale);
      const written = all
        .flatMap(({ text, after, hints, answers: some, pairs }) => [
          text,
          after,
          ...hints,
          ...pairs.flat(),
          ...some.flatMap((each) => [each.text, each.feedback]),
        ])
        .join('\n');
      const missing = textsIn(carried(quiz))
        .map(say)
        .filter((text) => !written.includes(text));
      expect(missing).toEqual([]);
    }
  });
});

/** Without the words of answers that are typed, which stand as they are typed, and of units. */
function carried(quiz: Quiz): unknown {
  return quiz.questions.map((question) => ({
    ...question,
    ...(question.type === 'text' ? { answer: null } : {}),
    unit: null,
  }));
}

function find(id: string) {
  const found = EVERY_TYPE.questions.find((question) => question.id === id);
  if (!found) throw new Error(`No ${id}.`);
  return found;
}

function optionsOf(id: string) {
  const found = find(id);
  return 'options' in found ? found.options : [];
}

function itemsOf(id: string) {
  const found = find(id);
  return 'items' in found ? found.items : [];
}

test('a pool is a category under that of its quiz, and a slash in a title is none between them', () => {
  const categories = readMoodle(whole.text, 'fr').map(({ category }) => category);
  expect([...new Set(categories)]).toEqual([
    '$course$/top/Strates/Conteneurs // images',
    '$course$/top/Strates/Conteneurs // images/more',
  ]);
});

test('questions are found again by their ids and tags', () => {
  const all = readMoodle(whole.text, 'fr');
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
  expect(all[0]?.tags).toEqual(['every-type', 'tell-apart', 'image-contains-a-kernel']);
});

test.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])('a mark is shared by %i as Moodle takes it', (parts) => {
  const { percent, exact } = shareOf(parts);
  expect(exact).toBe(true);
  // Moodle takes sums within a hundredth of the whole.
  expect(Math.abs(percent * parts - 100)).toBeLessThan(0.01);
});

test('shares that Moodle has not are rounded to one that it has, and this is told', () => {
  const option = (n: number) => ({
    id: `o${String(n)}`,
    correct: true,
    text: { fr: 'x', en: 'x' },
    why: { fr: 'y', en: 'y' },
  });
  const quiz = quizSchema.parse({
    id: 'many',
    questions: [
      {
        id: 'all',
        type: 'multiple',
        objective: 'o',
        section: 's',
        prompt: { fr: 'p', en: 'p' },
        options: Array.from({ length: 11 }, (_, n) => option(n)),
      },
    ],
  });
  const { text, losses } = writeMoodle(quiz, 'en');
  expect(readMoodle(text, 'en')[0]?.answers.map(({ percent }) => percent)).toEqual(
    Array<number>(11).fill(10),
  );
  expect(losses).toEqual([{ question: 'all', what: 'partial-credit' }]);
});

test('what looks like markup is text, and what XML cannot hold is not written', () => {
  const evil = '<script>alert(1)</script>]]><img src=x onerror=alert(1)>\u0007&amp;';
  const text = { fr: evil, en: evil };
  const quiz = quizSchema.parse({
    id: 'evil',
    questions: [
      {
        id: 'all',
        type: 'choice',
        objective: 'o',
        section: 's',
        prompt: text,
        explain: text,
        hints: [text],
        options: [
          { id: 'a', correct: true, text, why: text },
          { id: 'b', text, why: text },
        ],
      },
    ],
  });
  const [question] = readMoodle(writeMoodle(quiz, 'both').text, 'en');
  const shown = evil.replace('\u0007', '\uFFFD');
  expect(question?.text).toBe(shown);
  expect(question?.name).toContain('<script>');
  expect(question?.answers.map((each) => each.feedback)).toEqual([shown, shown]);
});

test('what it could not carry is told, each once', () => {
  expect(whole.losses.map(({ question, what }) => `${question} ${what}`)).toEqual([
    ' pools',
    'whose-kernel shuffle',
    'whose-kernel confidence',
    'whose-kernel misconceptions',
    'what-travels misconceptions',
    'who-is-reached rows-apart',
    'who-is-reached hints',
    'who-is-reached misconceptions',
    'start-order explanations-gathered',
    'start-order partial-credit',
    'who-does-what explanations-gathered',
    'who-does-what plain-text',
    'who-does-what misconceptions',
    'name-it typing',
    'name-it pattern',
    'name-it misconceptions',
    'where-is-it picture-as-list',
    'what-happens steps-apart',
    'what-happens typing',
    'what-happens misconceptions',
  ]);
});
