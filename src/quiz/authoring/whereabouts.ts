import type { QuestionDraft, QuizDraft } from './draft.ts';
import type { Path } from './locate.ts';

/** The lists of a question, and what one entry of each is called. */
const ENTRY_NAMES = {
  options: 'option',
  rows: 'row',
  items: 'item',
  targets: 'target',
  mistakes: 'mistake',
  steps: 'step',
} as const;

export type ListName = keyof typeof ENTRY_NAMES;

export const LIST_NAMES = Object.keys(ENTRY_NAMES) as readonly ListName[];

export const isListName = (step: unknown): step is ListName =>
  typeof step === 'string' && Object.hasOwn(ENTRY_NAMES, step);

/** `Question \`x\`, option \`y\`: `, as far as `path` goes into one. */
export function whereabouts(path: Path, draft: QuizDraft): string {
  const [, index] = path;
  if (path[0] !== 'questions' || typeof index !== 'number') return '';
  const question = draft.questions[index];
  return `Question ${[named(question?.id, index), ...inside(path.slice(2), question)].join(', ')}: `;
}

type Lists = Partial<Pick<QuestionDraft, ListName>>;

function inside([list, index, ...rest]: Path, from: Lists | undefined): readonly string[] {
  if (!isListName(list) || typeof index !== 'number') return [];
  const entry = from?.[list]?.[index];
  const nested = list === 'steps' ? from?.steps?.[index] : undefined;
  return [
    `${ENTRY_NAMES[list]} ${named(entry?.id, index)}`,
    ...inside(rest, nested && { options: nested.options }),
  ];
}

const named = (id: string | undefined, index: number) =>
  id === undefined ? `no. ${index + 1}` : `\`${id}\``;
