import { eraseAnswers, readAnswers, restoreAnswers } from '../../learner/answers.ts';
import type { QuizAnswers } from '../../learner/learner-record.ts';
import { mustTellTrouble } from '../../learner/learner-store.ts';
import { tutorialProgress } from '../../learner/tutorial-progress.ts';
import { create, find } from './dom.ts';

/**
 * The end of a quiz: how many answers are right, what to read again, and a button that erases the
 * answers, and brings them back as long as nothing new was answered. Returns what draws it afresh.
 */
export function quizSummary(quiz: HTMLElement): () => void {
  const texts = quiz.dataset;
  const id = texts['quiz'] ?? '';
  const forms = [...quiz.querySelectorAll('form')];
  // Questions that another page borrows have no summary of their own.
  const summary = quiz.querySelector<HTMLElement>('.quiz-summary');
  if (!summary) return () => undefined;
  const reread = find(quiz, '.quiz-reread');
  const button = find(summary, 'button');
  const notice = find(quiz, '.quiz-notice');
  let erased: QuizAnswers | undefined;

  button.addEventListener('click', () => {
    const back = erased;
    erased = back ? undefined : readAnswers(id);
    notice.textContent = texts[back ? 'restored' : 'erased'] ?? '';
    if (back) restoreAnswers(id, back);
    else eraseAnswers(id);
  });

  return () => {
    const counts = tutorialProgress(id, forms.map(keyOf));
    const { answered, right, total } = counts;
    const done = answered === total;
    if (answered > 0) erased = undefined;
    summary.hidden = answered === 0 && !erased;
    button.textContent = texts[erased ? 'undo' : 'erase'] ?? '';
    find(quiz, '.quiz-score').textContent = (texts[done ? 'done' : 'underway'] ?? '').replace(
      /\{(\w+)\}/g,
      (_, name: keyof typeof counts) => String(counts[name]),
    );
    reread.hidden = !done || right === total;
    find(reread, 'ul').replaceChildren(
      ...linksOf(forms.filter((form) => tutorialProgress(id, [keyOf(form)]).right === 0)),
    );
    if (mustTellTrouble()) notice.textContent = texts['trouble'] ?? '';
  };
}

const keyOf = ({ dataset: { question, rev } }: HTMLElement): string => `${question}@${rev}`;

/** The sections that teach these questions, each once, with their names as they are shown. */
function linksOf(forms: readonly HTMLElement[]): readonly HTMLElement[] {
  const links = new Map(
    forms.map((form) => {
      const link = find<HTMLAnchorElement>(form, '.key-section');
      return [link.href, link.cloneNode(true)];
    }),
  );
  return [...links.values()].map((link) => create('li', '', link));
}
