import { LOCALES, type Localized } from '../../../../../src/i18n/locales.ts';
import { absolute } from '../../../../../src/quiz/grading/key-of.ts';
import { normalizeText } from '../../../../../src/quiz/grading/normalize-text.ts';
import { inlineText } from '../../../../../src/quiz/page/inline-text.ts';
import type { Question, QuestionOf, Quiz } from '../../../../../src/quiz/schema.ts';
import { CONTEXT } from './sample.ts';

/** A question as a quiz would hold it had its author known only what GIFT can tell. */
type Told = Record<string, unknown> & { readonly type: string };

/** Written down by hand, loss by loss: what must come back of each type. */
type Tellers = {
  readonly [Type in Question['type']]: (question: QuestionOf<Type>) => readonly Told[];
};

const both = (text: string): Localized => ({ fr: text, en: text });

const after = (text: Localized | undefined, more: Localized | undefined): Localized | undefined =>
  text && more ? { fr: `${text.fr}\n${more.fr}`, en: `${text.en}\n${more.en}` } : (text ?? more);

const code = (text: string) => (text.trimEnd() === '' ? undefined : both(`\`${text.trimEnd()}\``));

/** `hints`, `confidence`, `names` (revision, sources, remarks): gone. */
const common = ({ id, objective, section, pool, explain }: Question) => ({
  id,
  rev: 1,
  objective,
  section,
  pool,
  explain,
});

const options = (list: QuestionOf<'choice'>['options']) =>
  list.map(({ text, why, correct }) => ({ text, why, correct }));

const choice = (question: QuestionOf<'choice' | 'multiple'>): readonly Told[] => [
  {
    ...common(question),
    type: question.type,
    prompt: question.prompt,
    options: options(question.options),
  },
];

/** `typing`: what is the same to the site is said once. */
const onlyNew = (known: readonly string[], list: readonly string[]) =>
  list.filter(
    (text, index) =>
      ![...known, ...list.slice(0, index)].some(
        (other) => normalizeText(other) === normalizeText(text),
      ),
  );

const TELLERS: Tellers = {
  choice,
  multiple: choice,
  rows: (question) => [
    {
      ...common(question),
      type: 'rows',
      prompt: question.prompt,
      rows: question.rows.map(({ id, answer, text, why }) => ({ id, answer, text, why })),
    },
  ],
  order: (question) => [
    {
      ...common(question),
      type: 'order',
      prompt: question.prompt,
      items: question.items.map(({ text, why }) => ({ text, why })),
    },
  ],
  // `shuffle`: targets come as items name them; `plain-text`: without backticks.
  match: (question) => {
    const named = [...new Set(question.items.map(({ target }) => target))];
    const place = (id: string) => (named.includes(id) ? named.indexOf(id) : named.length);
    const targets = question.targets.toSorted((a, b) => place(a.id) - place(b.id));
    return [
      {
        ...common(question),
        type: 'match',
        prompt: question.prompt,
        targets: targets.map(({ text }) => ({
          text: { fr: text.fr.replaceAll('`', ''), en: text.en.replaceAll('`', '') },
        })),
        items: question.items.map(({ text, why, target }) => ({
          text,
          why,
          target: targets.findIndex(({ id }) => id === target),
        })),
      },
    ];
  },
  text: ({ answer, accept, why, mistakes, ...question }) => [
    {
      ...common({ answer, accept, why, mistakes, ...question }),
      type: 'text',
      prompt: question.prompt,
      answer: { typed: answer },
      accept: onlyNew([answer.fr, answer.en], accept),
      why,
      mistakes: mistakes.map(({ accept, why }) => ({ accept, why })),
    },
  ],
  // `units`: said in the question.
  number: (question) => [
    {
      ...common(question),
      type: 'number',
      prompt: after(
        question.prompt,
        question.unit && {
          fr: `(Réponse en ${question.unit.fr}.)`,
          en: `(Answer in ${question.unit.en}.)`,
        },
      ),
      answer: question.answer,
      tolerance: Number(absolute(question.tolerance, question.answer).toPrecision(12)),
      why: question.why,
      mistakes: question.mistakes.map(({ value, why }) => ({ value, why })),
    },
  ],
  // `picture-as-list`: the picture's words stand under the question.
  hotspot: (question) => [
    {
      ...common(question),
      type: question.options.filter(({ correct }) => correct).length === 1 ? 'choice' : 'multiple',
      prompt: after(question.prompt, CONTEXT.picture(question.diagram)?.words),
      options: options(question.options),
    },
  ],
  // `steps-apart`.
  trace: (question) => {
    const asking = question.steps.filter(({ options, accept }) => options ?? accept);
    return question.steps.flatMap((step, at) => {
      if (!asking.includes(step)) return [];
      const shown = question.steps
        .slice(0, at)
        .flatMap(({ run, output }) => [`$ ${run}`, output.trimEnd()])
        .filter((line) => line !== '');
      const [first = '', ...others] = step.accept ?? [];
      return [
        {
          ...common(question),
          id: asking.length > 1 ? `${question.id}-${step.id}` : question.id,
          prompt: after(
            after(question.prompt, step.ask),
            code([...shown, `$ ${step.run}`].join('\n')),
          ),
          explain: after(
            after(after(step.why, question.explain), question.captured),
            code(step.output),
          ),
          ...(step.options
            ? { type: 'choice', options: options(step.options) }
            : {
                type: 'text',
                answer: { typed: both(first) },
                accept: onlyNew([first], others),
                why: step.why ?? question.captured,
                mistakes: [],
              }),
        },
      ];
    });
  },
};

/** What must come back of a quiz. */
export function told(quiz: Quiz): readonly unknown[] {
  return quiz.questions
    .flatMap((question) => TELLERS[question.type](question as never))
    .map((question) => settled(question));
}

/** What came back, in the same form: the names of options and the like are left out. */
export function received(quiz: Quiz): readonly unknown[] {
  return quiz.questions.map((question) => {
    const { type, prompt } = question;
    const kept = { ...common(question), type, prompt };
    switch (question.type) {
      case 'choice':
      case 'multiple':
        return settled({ ...kept, options: options(question.options) });
      case 'match':
        return settled({
          ...kept,
          targets: question.targets.map(({ text }) => ({ text })),
          items: question.items.map(({ text, why, target }) => ({
            text,
            why,
            target: question.targets.findIndex(({ id }) => id === target),
          })),
        });
      case 'order':
        return settled({ ...kept, items: question.items.map(({ text, why }) => ({ text, why })) });
      case 'rows':
        return settled({
          ...kept,
          rows: question.rows.map(({ id, answer, text, why }) => ({ id, answer, text, why })),
        });
      case 'text':
        return settled({
          ...kept,
          answer: { typed: question.answer },
          accept: question.accept,
          why: question.why,
          mistakes: question.mistakes.map(({ accept, why }) => ({ accept, why })),
        });
      case 'number':
        return settled({
          ...kept,
          answer: question.answer,
          tolerance: question.tolerance,
          why: question.why,
          mistakes: question.mistakes.map(({ value, why }) => ({ value, why })),
        });
      default:
        return settled(question);
    }
  });
}

/** Texts as pages show them: an export sets spaces, quotes and apostrophes as pages do. */
function settled(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(settled);
  if (typeof value !== 'object' || value === null) return value;
  // What is typed is compared to the letter.
  if ('typed' in value) return value.typed;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return Object.fromEntries(
    entries.map(([key, inner]) => {
      const locale = LOCALES.find((known) => known === key);
      return [key, locale && typeof inner === 'string' ? set(inner, locale) : settled(inner)];
    }),
  );
}

function set(text: string, locale: 'fr' | 'en'): string {
  return inlineText(text, locale)
    .map((part) => (part.code ? `\`${part.text}\`` : part.text))
    .join('')
    .replace(/[\u00A0\u202F]/g, ' ')
    .replaceAll('\u2060', '');
}
