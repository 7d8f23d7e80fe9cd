import { edgeId } from './flow.ts';

/** A question, and where each answer leads: to another question or to a recommendation. */
interface Question {
  readonly yes: string;
  readonly no: string;
}

/** In the order in which they are asked: what rules most out comes first. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  cluster: { yes: 'kubevirt', no: 'system' },
  system: { yes: 'vm', no: 'legacy' },
  legacy: { yes: 'vm', no: 'host' },
  host: { yes: 'confidential', no: 'untrusted' },
  untrusted: { yes: 'sandbox', no: 'windows' },
  windows: { yes: 'hyperv', no: 'copies' },
  copies: { yes: 'orchestrator', no: 'desktop' },
  desktop: { yes: 'local', no: 'nodes' },
};

export const FIRST_QUESTION = 'cluster';

/** What answers so far have led through: the questions with their answers, and where one stands. */
export interface Walk {
  readonly answered: readonly { readonly question: string; readonly answer: keyof Question }[];
  readonly at: string;
}

/** Follows the answers from the first question; stops at the first that answers nothing. */
export function walk(answers: readonly string[]): Walk {
  const answered: { question: string; answer: keyof Question }[] = [];
  let at = FIRST_QUESTION;
  for (const answer of answers) {
    const question = QUESTIONS[at];
    if (!question || (answer !== 'yes' && answer !== 'no')) break;
    answered.push({ question: at, answer });
    at = question[answer];
  }
  return { answered, at };
}

/** The parts of the picture that a walk has come through, and the one where it stands. */
export function walked({ answered, at }: Walk): readonly string[] {
  return [
    ...answered.flatMap(({ question, answer }) => {
      const to = QUESTIONS[question]?.[answer] ?? '';
      return [question, edgeId({ from: question, to })];
    }),
    at,
  ];
}

/** The first answers that lead to a question or a recommendation; nothing where none do. */
export function pathTo(id: string, from = FIRST_QUESTION): readonly string[] | undefined {
  if (id === from) return [];
  for (const [answer, to] of Object.entries(QUESTIONS[from] ?? {})) {
    const rest = pathTo(id, to as string);
    if (rest) return [answer, ...rest];
  }
  return undefined;
}
