import type { Locale } from '../../../i18n/locales.ts';
import type { Question, Quiz } from '../../schema.ts';
import { commonLosses } from '../common-losses.ts';
import { NO_CONTEXT, type ExchangeContext } from '../exchange-context.ts';
import type { Loss } from '../exported.ts';
import { plainText, saying } from '../say.ts';
import { writeXml } from '../xml/xml.ts';
import { qtiBodies } from './qti-bodies.ts';
import type { QtiBody, QtiFile } from './qti-body.ts';
import { qtiItem } from './qti-item.ts';
import type { Resource } from './qti-manifest.ts';
import type { TestSection } from './qti-test.ts';
import { pack, type Packed } from './zip.ts';

/** A quiz in one language, as the package holds it. */
export interface QuizItems {
  readonly files: readonly Packed[];
  readonly resources: readonly Resource[];
  readonly section: TestSection;
}

/** The items of a quiz, ready for a package. */
export function quizItems(quiz: Quiz, locale: Locale, context: ExchangeContext): QuizItems {
  const file: QtiFile = { locale, say: saying(locale), context, quiz };
  const made = quiz.questions.map((question) => {
    const { bodies } = qtiBodies(question, file);
    return { question, items: bodies.map((body) => packedItem(question, body, file)) };
  });
  const items = made.flatMap((each) => each.items);
  return {
    files: items.flatMap(({ files }) => files),
    resources: items.map(({ resource }) => resource),
    section: {
      identifier: `section.${quiz.id}`,
      title: plainText(context.title(quiz.id), locale),
      questions: made.map(({ question, items: own }) => ({
        title: plainText(question.prompt, locale),
        pool: question.pool ?? '',
        items: own.map(({ resource: { identifier, href } }) => ({ identifier, href })),
      })),
      pools: quiz.pools,
    },
  };
}

/** What QTI cannot carry of a quiz, which is the same in both languages. */
export function qtiLosses(quiz: Quiz): readonly Loss[] {
  const file: QtiFile = { locale: 'en', say: saying('en'), context: NO_CONTEXT, quiz };
  return quiz.questions.flatMap((question) =>
    commonLosses(question, qtiBodies(question, file).losses),
  );
}

function packedItem(question: Question, body: QtiBody, file: QtiFile) {
  const parts = [file.quiz.id, question.id, body.part].filter((part) => part !== '').join('.');
  const identifier = `strates.${parts}.${file.locale}`;
  const href = `items/${parts}.${file.locale}.xml`;
  const pictures = Object.entries(body.files ?? {});
  const resource: Resource = {
    identifier,
    type: 'imsqti_item_xmlv2p1',
    href,
    files: pictures.map(([name]) => name),
    needs: [],
  };
  const item = pack(href, writeXml(qtiItem(identifier, question, body, file)));
  return { resource, files: [item, ...pictures.map(([name, svg]) => pack(name, svg))] };
}
