import { QUESTION_SCHEMAS } from '../schema.ts';

/** How a text in both languages is written. */
export const BOTH = '{ fr: …, en: … }';

/** How to write what is missing or misshapen, by its key. */
export const MEND: Readonly<Record<string, string>> = {
  id: 'Give it a name in kebab-case and keep it for good: readers’ answers are kept under it.',
  type: `Write one of ${Object.keys(QUESTION_SCHEMAS).join(', ')}.`,
  rev: 'Write a whole number from 1, and raise it when the right answer changes.',
  objective: 'Name the objective of the tutorial that the question tests.',
  section: 'Name the section that teaches the answer.',
  prompt: `Write the question in both languages: \`prompt: ${BOTH}\`.`,
  explain: `Write it in both languages: \`explain: ${BOTH}\`.`,
  sources: 'Write a list of keys of content/sources.yaml: `sources: [key]`.',
  questions: 'List the questions under `questions:`.',
  options: 'List at least two options under `options:`.',
  rows: 'List at least two rows under `rows:`.',
  items:
    'List what is to be put in order or matched under `items:`: at least three, or two to match.',
  targets: 'List at least two targets under `targets:`, each with `id:` and `text:`.',
  target: 'Name the target that the item belongs to.',
  misconceptions: 'Write `wrong-target: mistaken-idea`, one a line.',
  steps: 'List the steps under `steps:`, each with `id:`, `run:` and `output:`.',
  run: 'Write the command as it is typed: `run: uname -r`.',
  output: 'Write what the command really printed; of several lines: `output: |`.',
  captured: `Say where and when the output was captured, in both languages: \`captured: ${BOTH}\`.`,
  ask: `Say what is to be typed, in both languages: \`ask: ${BOTH}\`.`,
  accept: 'List what may be typed: `accept: [namespace, namespaces]`.',
  pattern: 'Write a regular expression for the whole answer, between quotes.',
  exact: 'Write `exact: true` where case and accents count, or leave it out.',
  mistakes: 'List known wrong answers under `mistakes:`, each with `id:` and `why:`.',
  value: 'Write the number that readers give wrongly.',
  tolerance: 'Write how far off is still right: `tolerance: 5`, or `5%` of the answer.',
  unit: `Write the unit of the answer in both languages: \`unit: ${BOTH}\`.`,
  units: 'Write other units that may be typed, as so many of the first: `units: { Gio: 1024 }`.',
  diagram: 'Name a stack of the site: `diagram: hybrid`.',
  hints: `List the hints from the first push to the last: \`hints: [${BOTH}]\`.`,
  confidence: 'Write `confidence: true` to ask how sure the reader is, or leave it out.',
  pool: 'Name the pool that the question is drawn from.',
  pools: 'Write how many questions of each pool are asked: `pools: { kernels: 2 }`.',
  shuffle: 'Write `shuffle: false` to keep the order of options, or leave it out.',
  last: 'Write `last: true` on the option that stays at the end, or leave it out.',
  allow:
    'Write the name of a lint and the reason why it does not apply: `allow: { double-negative: … }`.',
  text: `Write it in both languages: \`text: ${BOTH}\`.`,
  why: `Say in both languages why it is right or wrong: \`why: ${BOTH}\`.`,
  correct: 'Write `correct: true` or leave it out.',
  misconception: 'Name the mistaken idea in kebab-case.',
  fr: 'Write the French text beside the English one.',
  en: 'Write the English text beside the French one.',
};
