import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import type { Bytes } from '../../../../src/quiz/exchange/file-writer.ts';
import {
  exportFile,
  fileName,
  FORMAT_NAMES,
  LANGUAGES,
} from '../../../../src/quiz/exchange/formats.ts';
import { ALL, writeDownloads } from '../../../../src/quiz/exchange/write-downloads.ts';
import { quizSchema } from '../../../../src/quiz/schema.ts';
import { CONTEXT, EVERY_TYPE } from './support/every-type.ts';
import { SITE_QUIZZES } from './support/site-quizzes.ts';

const QUIZZES = [EVERY_TYPE, ...SITE_QUIZZES];

function written(quizzes: typeof QUIZZES): ReadonlyMap<string, Buffer> {
  const files = new Map<string, Buffer>();
  writeDownloads(quizzes, CONTEXT, (file, bytes: Bytes) => {
    files.set(file, Buffer.concat([files.get(file) ?? Buffer.alloc(0), Buffer.from(bytes)]));
  });
  return files;
}

test('the downloads are the files that the command writes, to the byte', () => {
  const files = written(QUIZZES);
  const different = FORMAT_NAMES.flatMap((format) =>
    LANGUAGES.flatMap((languages) =>
      [[ALL, QUIZZES] as const, ...QUIZZES.map((quiz) => [quiz.id, [quiz]] as const)]
        .filter(([name, quizzes]) => {
          const whole = exportFile(format, name, quizzes, languages, CONTEXT);
          return files.get(fileName(name, languages, format))?.equals(whole) !== true;
        })
        .map(([name]) => fileName(name, languages, format)),
    ),
  );
  expect(different).toEqual([]);
  expect(files.size).toBe((QUIZZES.length + 1) * FORMAT_NAMES.length * LANGUAGES.length);
});

test('what was written before does not show in what is written again', () => {
  const again = written(QUIZZES.map((quiz) => quizSchema.parse(structuredClone(quiz))));
  expect([...again]).toEqual([...written(QUIZZES)]);
});

test('a picture that several questions show is packed once', () => {
  const twice = quizSchema.parse({
    ...structuredClone(EVERY_TYPE),
    questions: ['one', 'two'].map((id) => ({
      ...EVERY_TYPE.questions.find(({ type }) => type === 'hotspot'),
      id,
    })),
    pools: {},
  });
  const files = unzipSync(exportFile('qti', 'twice', [twice], 'fr', CONTEXT));
  expect(Object.keys(files).filter((name) => name.startsWith('pictures/'))).toEqual([
    'pictures/physical.fr.svg',
  ]);
});

test('a course without a quiz is still a file of each format', () => {
  const files = written([]);
  expect(files.get('all.fr.moodle.xml')?.toString()).toMatch(/<quiz>\n<\/quiz>\n$/);
  expect(Object.keys(unzipSync(files.get('all.fr.qti.zip') ?? Buffer.alloc(0)))).toContain(
    'imsmanifest.xml',
  );
});
