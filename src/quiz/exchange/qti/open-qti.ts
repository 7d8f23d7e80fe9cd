import { LOCALES } from '../../../i18n/locales.ts';
import { rememberPieces, type OpenFile } from '../file-writer.ts';
import { writeXml } from '../xml/xml.ts';
import { qtiManifest, type Resource } from './qti-manifest.ts';
import { qtiTest, type TestSection } from './qti-test.ts';
import { quizItems, type QuizItems } from './quiz-items.ts';
import { openZip, pack } from './zip.ts';

const pieces = rememberPieces<QuizItems>();

/**
 * Quizzes as a content package of QTI 2.1 (IMS Question & Test Interoperability, 2012): an item a
 * question, and a test that puts them together. QTI has no text in two languages, so that of both
 * holds each item and the test twice.
 */
export const openQti: OpenFile = (name, languages, context) => {
  const locales = languages === 'both' ? LOCALES : [languages];
  const zip = openZip();
  const resources: Resource[] = [];
  const sections = new Map(locales.map((locale) => [locale, [] as TestSection[]]));
  return {
    add: (quiz) => {
      const files = locales.flatMap((locale) => {
        const items = pieces(quiz, context, locale, () => quizItems(quiz, locale, context));
        sections.get(locale)?.push(items.section);
        resources.push(...items.resources);
        return items.files;
      });
      return Buffer.concat(files.map((file) => zip.add(file)));
    },
    end: () => {
      const tests = [...sections].map(([locale, own]) => {
        const identifier = `strates.${name}.${locale}`;
        const href = `test.${locale}.xml`;
        const title = own.length === 1 ? (own[0]?.title ?? name) : 'Strates';
        const needs = own.flatMap(({ questions }) =>
          questions.flatMap(({ items }) => items.map((item) => item.identifier)),
        );
        resources.push({ identifier, type: 'imsqti_test_xmlv2p1', href, files: [], needs });
        return pack(href, writeXml(qtiTest(identifier, title, locale, own)));
      });
      const manifest = qtiManifest(`strates.${name}.${languages}.package`, resources);
      const last = [...tests, pack('imsmanifest.xml', writeXml(manifest))];
      return Buffer.concat([...last.map((file) => zip.add(file)), zip.end()]);
    },
  };
};
