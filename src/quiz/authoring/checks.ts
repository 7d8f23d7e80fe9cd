import { closesItsCode } from './checks/closes-its-code.ts';
import { haveRightAnswers } from './checks/right-answers.ts';
import { idsAreUnique } from './checks/ids-are-unique.ts';
import { namesExist } from './checks/names-exist.ts';
import { poolsAreLarger } from './checks/pools-are-larger.ts';
import { rightShowsNoMistake } from './checks/right-shows-no-mistake.ts';
import type { QuizDraft } from './draft.ts';
import type { Check, Fault } from './fault.ts';
import type { Known } from './known.ts';
import { lintQuiz } from './lints.ts';
import { whereabouts } from './whereabouts.ts';

const isNamedAsItsFolder: Check = ({ id }, known) => {
  if (id === undefined || known.id === undefined || id === known.id) return [];
  const message = `The quiz is \`${id}\` and its tutorial is \`${known.id}\`. Write \`id: ${known.id}\`.`;
  return [{ path: ['id'], message }];
};

/** What a shape cannot say. Each check reads the whole quiz; one more is one more entry. */
const CHECKS: readonly Check[] = [
  isNamedAsItsFolder,
  idsAreUnique,
  namesExist,
  haveRightAnswers,
  poolsAreLarger,
  rightShowsNoMistake,
  closesItsCode,
  lintQuiz,
];

/** Everything that is wrong with the meaning of a quiz. */
export function checkQuiz(draft: QuizDraft, known: Known): readonly Fault[] {
  return CHECKS.flatMap((check) =>
    check(draft, known).map(({ path, message }) => ({
      path,
      message: whereabouts(path, draft) + message,
    })),
  );
}
