import type { Locale, Localized } from '../../../i18n/locales.ts';
import { useTranslations } from '../../../i18n/translations.ts';
import type { QuestionOf } from '../../schema.ts';
import type { ExchangeContext } from '../exchange-context.ts';
import type { Languages } from '../exported.ts';
import { spellings } from '../spellings.ts';
import { escapeAttribute, escapeText, inlineMarkup, inLanguages } from '../text/localized-html.ts';
import { OWN_CLASS } from '../text/read-html.ts';
import type { GiftAnswer, GiftBody, GiftPair, GiftQuestion, GiftText } from './gift-question.ts';
import type { PlainQuestion, PlainType } from './plain-question.ts';
import { shareOf } from './weights.ts';

/** What the questions of a quiz are written with. */
export interface GiftWriting {
  readonly quiz: string;
  readonly languages: Languages;
  readonly context: ExchangeContext;
}

/** Ids longer than this are refused by Moodle's question bank. */
const LONGEST_ID = 100;

/** The tag of a text question whose first answer is the one shown in both languages. */
export const SAME_ANSWER = 'answer:same';

/** A question as GIFT questions: one, but one a row for true and false. */
export function toGift(plain: PlainQuestion, writing: GiftWriting): readonly GiftQuestion[] {
  const { question } = plain;
  const whole: Omit<GiftQuestion, 'body'> = {
    name: question.id,
    ...labels([writing.quiz, question.id]),
    tags: tagsOf(plain, writing.languages),
    stem: html(stemOf(plain, writing)),
    generalFeedback: html(generalFeedback(plain, writing)),
  };
  if (question.type !== 'rows') return [{ ...whole, body: bodyOf(question, writing.languages) }];
  // A matching with “true” and “false” would be one question still, but GIFT gives pairs no feedback.
  return question.rows.map((row) => {
    const why = html(inlineMarkup(row.why, writing.languages));
    return {
      ...whole,
      name: `${question.id}: ${row.id}`,
      ...labels([writing.quiz, question.id, row.id]),
      stem: html(`${whole.stem.text}${paragraph(row.text, writing.languages)}`),
      body: { kind: 'true-false', truth: row.answer, whenWrong: why, whenRight: why },
    };
  });
}

function labels(path: readonly string[]): { readonly id?: string } {
  const id = path.join('/');
  return id.length <= LONGEST_ID ? { id } : {};
}

function tagsOf({ question, was }: PlainQuestion, languages: Languages): readonly string[] {
  const { objective, section, pool } = question;
  const isShownTwice =
    languages === 'both' && question.type === 'text' && question.answer.fr === question.answer.en;
  return [
    `objective:${objective}`,
    `section:${section}`,
    ...(pool === undefined ? [] : [`pool:${pool}`]),
    ...(was === undefined ? [] : [`type:${was}`]),
    ...(isShownTwice ? [SAME_ANSWER] : []),
  ];
}

type Bodies = {
  readonly [Type in Exclude<PlainType, 'rows'>]: (
    question: QuestionOf<Type>,
    languages: Languages,
  ) => GiftBody;
};

const choices = (
  { type, options }: QuestionOf<'choice' | 'multiple'>,
  languages: Languages,
): GiftBody => {
  const share = Number(shareOf(options.filter(({ correct }) => correct).length));
  const wrong = type === 'choice' ? 0 : -share;
  return {
    kind: 'choice',
    single: type === 'choice',
    answers: options.map(({ text, why, correct }) => ({
      text: html(inlineMarkup(text, languages)),
      weight: correct ? share : wrong,
      feedback: html(inlineMarkup(why, languages)),
    })),
  };
};

const BODIES: Bodies = {
  choice: choices,
  multiple: choices,
  match: ({ targets, items }, languages) => {
    const pairs = items.map(({ text, target }): GiftPair => {
      const found = targets.find(({ id }) => id === target);
      return {
        left: html(inlineMarkup(text, languages)),
        right: found ? plainText(found.text, languages) : '',
      };
    });
    // A target of nobody has no item: a pair without a left side is one more choice.
    const alone = targets.filter(({ id }) => items.every(({ target }) => target !== id));
    const idle = alone.map(({ text }) => ({ left: html(''), right: plainText(text, languages) }));
    return { kind: 'match', pairs: [...pairs, ...idle] };
  },
  text: ({ answer, accept, exact, why, mistakes }, languages) => {
    const right = languages === 'en' ? [answer.en, answer.fr] : [answer.fr, answer.en];
    const typed = (text: string, weight: number, reason: Localized): GiftAnswer => ({
      text: { format: 'plain', text: withoutWildcards(text) },
      weight,
      feedback: html(inlineMarkup(reason, languages)),
    });
    return {
      kind: 'short',
      answers: [
        ...[...new Set([...right, ...spellings([...right, ...accept], exact)])].map((text) =>
          typed(text, 100, why),
        ),
        ...mistakes.flatMap((mistake) => mistake.accept.map((text) => typed(text, 0, mistake.why))),
      ],
    };
  },
  number: ({ answer, tolerance, why, mistakes }, languages) => ({
    kind: 'number',
    answers: [
      {
        value: answer,
        tolerance: Number(tolerance),
        weight: 100,
        feedback: html(inlineMarkup(why, languages)),
      },
      ...mistakes.map((mistake) => ({
        value: mistake.value,
        tolerance: 0,
        weight: 0,
        feedback: html(inlineMarkup(mistake.why, languages)),
      })),
    ],
  }),
};

function bodyOf(question: QuestionOf<Exclude<PlainType, 'rows'>>, languages: Languages): GiftBody {
  return BODIES[question.type](question as never, languages);
}

const html = (text: string): GiftText => ({ format: 'html', text });

const paragraph = (text: Localized, languages: Languages) =>
  `<p>${inlineMarkup(text, languages)}</p>`;

const terminal = (text: string | undefined) =>
  text === undefined || text === '' ? '' : `<pre>${escapeText(text)}</pre>`;

function stemOf({ question, picture, transcript }: PlainQuestion, writing: GiftWriting): string {
  const { languages, context } = writing;
  const words = picture === undefined ? undefined : context.picture(picture)?.words;
  return [
    paragraph(question.prompt, languages),
    words ? paragraph(words, languages) : '',
    terminal(transcript),
  ].join('');
}

function generalFeedback({ question, output }: PlainQuestion, writing: GiftWriting): string {
  const { languages } = writing;
  return [
    question.explain ? paragraph(question.explain, languages) : '',
    question.type === 'match' ? reasons(question, languages) : '',
    terminal(output?.trimEnd()),
    links(question, writing),
  ].join('');
}

/** Why each item belongs where it does: GIFT has no room for it beside the item. */
function reasons({ items }: QuestionOf<'match'>, languages: Languages): string {
  const listed = items.map(({ text, why }) => {
    const said = { fr: `${text.fr} — ${why.fr}`, en: `${text.en} — ${why.en}` };
    return `<li>${inlineMarkup(said, languages)}</li>`;
  });
  return `<ul>${listed.join('')}</ul>`;
}

/** Where the answer is taught, and what it rests on. */
function links(
  { section, sources }: PlainQuestion['question'],
  { quiz, languages, context }: GiftWriting,
): string {
  const taught = context.section(quiz, section);
  const cited = sources.map(context.source).filter((source) => source !== undefined);
  const inOne = (locale: Locale): string => {
    const lesson = link(taught.title[locale], taught.href?.[locale]);
    const rests = cited.map(({ title, href }) => link(title, href)).join(', ');
    const t = useTranslations(locale);
    const tail = rests === '' ? '' : ` ${t('quiz:sources')} ${rests}.`;
    return `${t('quiz:taught')} ${lesson}.${tail}`;
  };
  return `<p class="${OWN_CLASS}">${inLanguages(inOne, languages)}</p>`;
}

const link = (title: string, href: string | undefined) =>
  href === undefined
    ? escapeText(title)
    : `<a href="${escapeAttribute(href)}">${escapeText(title)}</a>`;

/** For parts where Moodle shows no markup but languages: code loses its backticks. */
function plainText(text: Localized, languages: Languages): string {
  const bare = { fr: text.fr.replaceAll('`', ''), en: text.en.replaceAll('`', '') };
  if (languages !== 'both') return bare[languages];
  return bare.fr === bare.en ? bare.fr : inLanguages((locale) => escapeText(bare[locale]), 'both');
}

/** A star is any text to Moodle, and an arrow would make the question a matching. */
function withoutWildcards(text: string): string {
  return text.replaceAll('*', '\\*').replaceAll('->', '-*>');
}
