import { writeFileSync } from 'node:fs';
import { quizJsonSchema } from '../../quiz/authoring/json-schema.ts';
import type { QuizCommand } from './quiz-command.ts';

/** Where editors find the schema of a quiz. */
export const SCHEMA_FILE = 'src/quiz/quiz.schema.json';

/** `npm run quiz -- schema`. */
export const schemaCommand: QuizCommand = {
  usage: `schema

Writes the JSON Schema of a quiz to ${SCHEMA_FILE}, by which editors complete and check quiz.yaml.`,
  run: () => {
    writeFileSync(SCHEMA_FILE, quizJsonSchema());
    return { out: `${SCHEMA_FILE}\n` };
  },
};
