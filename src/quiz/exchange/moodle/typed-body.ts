import { absolute } from '../../grading/key-of.ts';
import { paragraph } from '../content.ts';
import { spellings } from '../spellings.ts';
import { xml, type XmlElement } from '../xml/xml.ts';
import type { QuestionOf } from '../../schema.ts';
import { html, plainAnswer } from './moodle-elements.ts';
import type { BodyMaker, MoodleFile } from './moodle-body.ts';

/** A typed text: every right spelling written out, and the known mistakes, each with its answer. */
export const textBody: BodyMaker<QuestionOf<'text'>> = (question, file) => {
  const { prompt, answer, accept, exact, why, mistakes, pattern, hints } = question;
  const { say, languages } = file;
  const first = languages === 'en' ? [answer.en, answer.fr] : [answer.fr, answer.en];
  return {
    bodies: [
      {
        part: '',
        type: 'shortanswer',
        name: prompt,
        text: [paragraph(say(prompt))],
        grade: 1,
        own: [
          xml('usecase', {}, exact ? '1' : '0'),
          ...typed([...first, ...accept], exact, 100, [paragraph(say(why))]),
          ...mistakes.flatMap((mistake) =>
            typed(mistake.accept, exact, 0, [paragraph(say(mistake.why))]),
          ),
        ],
        after: [],
        hints: plainHints(hints, file),
      },
    ],
    losses: ['typing', ...(pattern === undefined ? [] : (['pattern'] as const))],
  };
};

/** Answers of a short-answer question; a star would stand for anything. */
export function typed(
  texts: readonly string[],
  exact: boolean,
  fraction: number,
  feedback: readonly XmlElement[],
): readonly XmlElement[] {
  return spellings(texts, exact).map((text) =>
    plainAnswer(fraction, text.replaceAll('*', '\\*'), feedback),
  );
}

/** A number with its tolerance, in any of its units, and the known mistakes. */
export const numberBody: BodyMaker<QuestionOf<'number'>> = (question, file) => {
  const { prompt, answer, tolerance, why, mistakes, hints } = question;
  const within = (value: number, room: number, reason: XmlElement) =>
    plainAnswer(
      value === answer ? 100 : 0,
      String(value),
      [reason],
      xml('tolerance', {}, String(Number(room.toPrecision(12)))),
    );
  return {
    bodies: [
      {
        part: '',
        type: 'numerical',
        name: prompt,
        text: [paragraph(file.say(prompt))],
        grade: 1,
        own: [
          within(answer, absolute(tolerance, answer), paragraph(file.say(why))),
          ...mistakes.map((mistake) => within(mistake.value, 0, paragraph(file.say(mistake.why)))),
          ...unitsOf(question, file),
        ],
        after: [],
        hints: plainHints(hints, file),
      },
    ],
    losses: [],
  };
};

/**
 * The first unit is the one of the answer; the others say how many of them make one of it, which
 * is the inverse of what our files say. A unit may be left out (`unitgradingtype` 0).
 */
function unitsOf({ unit, units }: QuestionOf<'number'>, { languages }: MoodleFile) {
  const own = unit ? (languages === 'en' ? [unit.en, unit.fr] : [unit.fr, unit.en]) : [];
  const all = new Map([
    ...own.map((name) => [name, 1] as const),
    ...Object.entries(units).map(([name, factor]) => [name, 1 / factor] as const),
  ]);
  if (all.size === 0) return [xml('unitgradingtype', {}, '0'), xml('showunits', {}, '3')];
  return [
    xml(
      'units',
      {},
      [...all].map(([name, multiplier]) =>
        xml('unit', {}, xml('multiplier', {}, String(multiplier)), xml('unit_name', {}, name)),
      ),
    ),
    xml('unitgradingtype', {}, '0'),
    xml('showunits', {}, '0'),
    xml('unitsleft', {}, '0'),
  ];
}

const plainHints = (hints: QuestionOf<'text'>['hints'], { say }: MoodleFile) =>
  hints.map((hint) => html('hint', [paragraph(say(hint))]));
