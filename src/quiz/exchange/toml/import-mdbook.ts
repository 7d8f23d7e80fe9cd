import type { Localized } from '../../../i18n/locales.ts';
import { KEBAB_CASE } from '../../schema.ts';
import { placesOf } from '../import-fault.ts';
import {
  LanguageUnknownError,
  type Imported,
  type ImportOptions,
  type Remark,
} from '../imported.ts';
import { joined, type Reads, type SomeLocalized } from '../text/passage.ts';
import { readMarkdown } from '../text/read-markdown.ts';
import { idMaker } from '../yaml/name-ids.ts';
import type { BodySketch, ItemSketch } from '../yaml/sketch.ts';
import type { MdbookOf, MdbookQuestion } from './mdbook-schema.ts';
import { readMdbook } from './read-mdbook.ts';

/** What the sketch of one question is drawn with. */
interface Drawing {
  /** Markdown as a text of the quiz. */
  readonly text: (...markdown: readonly (string | null | undefined)[]) => SomeLocalized | undefined;
  /** A text that is the same in every language. */
  readonly same: (text: string) => SomeLocalized;
  readonly say: (message: string) => void;
  /** The text that several questions share. */
  readonly part: string | undefined;
  /** The number of the question, from 0. */
  readonly index: number;
}

type Makers = {
  readonly [Type in MdbookQuestion['type']]: (
    question: MdbookOf<Type>,
    drawing: Drawing,
  ) => BodySketch;
};

const MAKERS: Makers = {
  MultipleChoice: drawChoice,
  ShortAnswer: drawShort,
  Tracing: drawTracing,
};

/**
 * Reads a quiz of mdbook-quiz (TOML) as questions of a quiz, as far as it tells them: `context`
 * becomes the explanation, and nothing explains each option. Texts are in `locale`.
 *
 * Throws an `ImportError` with every fault of the file, and a `LanguageUnknownError`.
 */
export function importMdbook(
  source: string,
  { file, locale, questionId }: ImportOptions,
): Imported {
  const { quiz, offsets } = readMdbook(source, file);
  if (locale === undefined) throw new LanguageUnknownError(file);
  const reads: Reads = locale;
  const place = placesOf(source);
  const remarks: Remark[] = [];
  const questions = quiz.questions.map((question, index) => {
    const where = place(offsets[index] ?? 0);
    const say = (message: string) => {
      remarks.push({ ...where, message });
    };
    const dropped = new Set<string>();
    const drawing: Drawing = {
      text: (...markdown) => {
        const read = readMarkdown(markdown.filter((each) => each).join('\n\n'));
        read.dropped.forEach((name) => dropped.add(name));
        return joined(read, reads);
      },
      same: (text) => ({ [reads]: text }),
      say,
      part: question.multipart ? quiz.multipart?.[question.multipart] : undefined,
      index,
    };
    if (question.multipart && drawing.part === undefined) {
      say(`The part \`${question.multipart}\` that it names is not in the file.`);
    }
    if (question.promptExplanation) say('Asking the reader to justify the answer is not kept.');
    const body = MAKERS[question.type](question as never, drawing);
    const explain = drawing.text(question.context);
    if (dropped.size > 0) say(`Only the text is kept of: ${[...dropped].toSorted().join(', ')}.`);
    const id = questionId(titleOf(question, body), 'question');
    return { id, rev: 1, ...body, explain };
  });
  return { questions, remarks };
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A name that a person gave, or the words of the question. */
function titleOf({ id }: MdbookQuestion, { prompt }: BodySketch): string {
  return id && KEBAB_CASE.test(id) && !UUID.test(id) ? id : (prompt?.en ?? prompt?.fr ?? '');
}

function drawChoice(
  { prompt, answer }: MdbookOf<'MultipleChoice'>,
  { text, index, part }: Drawing,
): BodySketch {
  const right = [answer.answer].flat();
  const wrong = prompt.distractors;
  // Where the file leaves the place of the answer open, it changes from question to question.
  const at = Math.min(prompt.answerIndex ?? index % (wrong.length + 1), wrong.length);
  const all = [...wrong.slice(0, at), ...right, ...wrong.slice(at)];
  const idFor = idMaker();
  const options = all.map((markdown, place): ItemSketch => {
    const said = text(markdown);
    return {
      id: idFor(said?.en ?? said?.fr ?? '', `option-${place + 1}`),
      correct: right.includes(markdown),
      text: said,
    };
  });
  // Several answers are listed where all of them are to be ticked, be it one.
  const type = Array.isArray(answer.answer) ? 'multiple' : 'choice';
  return { type, prompt: text(part, prompt.prompt), options };
}

function drawShort(
  { prompt, answer }: MdbookOf<'ShortAnswer'>,
  { text, same, say, part }: Drawing,
): BodySketch {
  if (prompt.response === 'long') say('The answer is typed on one line here.');
  const [shown, ...others] = [answer.answer, ...(answer.alternatives ?? [])]
    .map((typed) => typed.replace(/\s+/g, ' ').trim())
    .filter((typed) => typed !== '');
  return {
    type: 'text',
    prompt: text(part, prompt.prompt),
    answer: same(shown ?? ''),
    accept: others,
    exact: prompt.response === 'code',
  };
}

const DOES_IT_COMPILE = {
  fr: 'Ce programme compile-t-il ?',
  en: 'Does this program compile?',
} as const satisfies Localized;
const WHAT_IS_PRINTED = {
  fr: 'Qu’affiche ce programme ?',
  en: 'What does this program print?',
} as const satisfies Localized;
const COMPILES = { fr: 'Il compile.', en: 'It compiles.' } as const satisfies Localized;
const DOES_NOT_COMPILE = {
  fr: 'Il ne compile pas.',
  en: 'It does not compile.',
} as const satisfies Localized;

/** A program that prints is a step to predict; of another, whether it compiles is asked. */
function drawTracing(
  { prompt, answer }: MdbookOf<'Tracing'>,
  { say, part, text }: Drawing,
): BodySketch {
  const { doesCompile, lineNumber, stdout } = answer;
  const printed = doesCompile ? (stdout ?? '').trim() : '';
  const step = { id: 'program', run: prompt.program.trim() };
  const ask = part === undefined ? undefined : text(part);
  if (printed !== '') {
    say('Whether the program compiles is not asked: what it prints is.');
    return {
      type: 'trace',
      prompt: WHAT_IS_PRINTED,
      steps: [{ ...step, ask, accept: [printed], output: printed }],
    };
  }
  if (lineNumber !== null && lineNumber !== undefined) {
    say(`The line of the error (${lineNumber}) is not asked: tell it in the explanation.`);
  }
  const options = [
    { id: 'compiles', correct: doesCompile, text: COMPILES },
    { id: 'does-not-compile', correct: !doesCompile, text: DOES_NOT_COMPILE },
  ];
  return {
    type: 'trace',
    prompt: DOES_IT_COMPILE,
    // What a compiler says of the error is not in the file.
    steps: [{ ...step, ask, options, output: doesCompile ? '' : undefined }],
  };
}
