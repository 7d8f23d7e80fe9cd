import { misconceptionsOf } from '../../grading/misconceptions-of.ts';
import type { Question, Quiz } from '../../schema.ts';
import { commonLosses, quizLosses } from '../common-losses.ts';
import { afterword } from '../content.ts';
import { NO_CONTEXT, type ExchangeContext } from '../exchange-context.ts';
import type { Languages, Loss } from '../exported.ts';
import { rememberPieces, type OpenFile } from '../file-writer.ts';
import { plainText, saying } from '../say.ts';
import { xml, XML_DECLARATION, xmlLines, type XmlElement } from '../xml/xml.ts';
import { moodleBodies } from './moodle-bodies.ts';
import type { MoodleBody, MoodleFile } from './moodle-body.ts';
import { html, plain } from './moodle-elements.ts';

/** The longest `idnumber` that Moodle's database holds. */
const LONGEST_ID = 100;
/** Question banks are lists: a name says what is asked, and is cut where a list would. */
const LONGEST_NAME = 90;
/** What a wrong try costs where hints are shown; Moodle's own default. */
const PENALTY = '0.3333333';

const pieces = rememberPieces<string>();

/**
 * Quizzes as Moodle XML (docs.moodle.org, “Moodle XML format”; `question/format/xml/format.php`):
 * a category a quiz, and under it one a pool, with the questions in the order of the file.
 */
export const openMoodle: OpenFile = (_, languages, context) => {
  let begun = false;
  const head = () => {
    const first = begun ? '' : `${XML_DECLARATION}\n<quiz>\n`;
    begun = true;
    return first;
  };
  return {
    add: (quiz) =>
      head() + pieces(quiz, context, languages, () => quizPiece(quiz, languages, context)),
    end: () => `${head()}</quiz>\n`,
  };
};

/** What Moodle XML cannot carry of a quiz. */
export function moodleLosses(quiz: Quiz, languages: Languages): readonly Loss[] {
  const file: MoodleFile = { languages, say: saying(languages), context: NO_CONTEXT, quiz };
  return [
    ...quizLosses(quiz),
    ...quiz.questions.flatMap((question) =>
      commonLosses(question, moodleBodies(question, file).losses),
    ),
  ];
}

function quizPiece(quiz: Quiz, languages: Languages, context: ExchangeContext): string {
  const file: MoodleFile = { languages, say: saying(languages), context, quiz };
  const elements = categories(quiz).flatMap(([pool, members]) => [
    categoryElement(pool, file),
    ...members.flatMap((question) =>
      moodleBodies(question, file).bodies.map((body) => questionElement(question, body, file)),
    ),
  ]);
  return elements.map((element) => xmlLines(element, 1)).join('');
}

/** The questions by pool, those without one first. */
function categories({ questions }: Quiz): readonly (readonly [string, readonly Question[]])[] {
  const pools = [...new Set(questions.map(({ pool = '' }) => pool))].sort(
    (a, b) => Number(a !== '') - Number(b !== ''),
  );
  return pools.map((name) => [name, questions.filter(({ pool = '' }) => pool === name)]);
}

function categoryElement(pool: string, { quiz, context, languages }: MoodleFile): XmlElement {
  // A slash parts a category from the one under it, two are a slash in its name.
  const steps = [plainText(context.title(quiz.id), languages), ...(pool === '' ? [] : [pool])];
  const path = steps.map((step) => step.replaceAll('/', '//')).join('/');
  return xml('question', { type: 'category' }, plain('category', `$course$/top/Strates/${path}`));
}

function questionElement(question: Question, body: MoodleBody, file: MoodleFile): XmlElement {
  const { quiz, languages, say, context } = file;
  const id = [quiz.id, question.id, body.part].filter((each) => each !== '').join('.');
  const tags = [
    quiz.id,
    question.objective,
    ...misconceptionsOf(question).map(({ misconception }) => misconception),
  ];
  return xml(
    'question',
    { type: body.type },
    plain('name', short(plainText(body.name, languages))),
    html('questiontext', body.text, ...(body.files ?? [])),
    html('generalfeedback', [...body.after, ...afterword(quiz.id, question, context, say)]),
    xml('defaultgrade', {}, body.grade.toFixed(7)),
    xml('penalty', {}, PENALTY),
    xml('hidden', {}, '0'),
    xml('idnumber', {}, ...(id.length > LONGEST_ID ? [] : [id])),
    ...body.own,
    ...body.hints,
    xml(
      'tags',
      {},
      [...new Set(tags)].map((tag) => plain('tag', tag)),
    ),
  );
}

function short(name: string): string {
  return name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME - 1).trimEnd()}…` : name;
}
