import { eraseAnswers, readAnswer, restoreAnswers } from '../learner/answers.ts';
import { mustTellTrouble } from '../learner/learner-store.ts';
import { tutorialProgress } from '../learner/tutorial-progress.ts';

/**
 * The end of a quiz: how many answers are right, what to read again, and a button that erases the
 * answers, and brings them back as long as nothing new was answered. Returns what draws it afresh.
 */
export function quizSummary(quiz: HTMLElement, redraw: () => void): () => void {
  const texts = quiz.dataset;
  const id = texts['quiz'] ?? '';
  const forms = [...quiz.querySelectorAll('form')];
  const summary = quiz.querySelector<HTMLElement>('.quiz-summary');
  const score = quiz.querySelector('.quiz-score');
  const reread = quiz.querySelector<HTMLElement>('.quiz-reread');
  const list = reread?.querySelector('ul');
  const button = summary?.querySelector('button');
  const notice = quiz.querySelector('.quiz-notice');
  let erased: ReturnType<typeof eraseAnswers> | undefined;

  const draw = (): void => {
    const questions = forms.map(({ dataset }) => `${dataset['question']}@${dataset['rev']}`);
    const { answered, right, total } = tutorialProgress(id, questions);
    const done = answered === total;
    const counts: Record<string, number> = { answered, right, total };
    if (score) {
      score.textContent = (texts[done ? 'done' : 'underway'] ?? '').replace(
        /\{(\w+)\}/g,
        (_, name) => String(counts[name as string]),
      );
    }
    if (answered > 0) erased = undefined;
    if (button) button.textContent = texts[erased ? 'undo' : 'erase'] ?? '';
    if (summary) summary.hidden = answered === 0 && !erased;
    if (reread) reread.hidden = !done || right === total;
    list?.replaceChildren(...(done ? linksToReread(forms, id) : []));
    if (notice && mustTellTrouble()) notice.textContent = texts['trouble'] ?? '';
  };

  button?.addEventListener('click', () => {
    const back = erased;
    erased = undefined;
    if (back) restoreAnswers(id, back);
    else erased = eraseAnswers(id);
    if (notice) notice.textContent = texts[back ? 'restored' : 'erased'] ?? '';
    redraw();
  });
  return draw;
}

/** The sections that teach what was not answered rightly, each once, with their names as shown. */
function linksToReread(forms: readonly HTMLFormElement[], quiz: string): readonly HTMLElement[] {
  const links = new Map<string, Node>();
  for (const form of forms) {
    const { question = '', rev } = form.dataset;
    const kept = readAnswer(quiz, question, Number(rev));
    const link = form.querySelector<HTMLAnchorElement>('.key-section');
    if (link && (kept?.score !== 1 || kept.revealed)) links.set(link.href, link.cloneNode(true));
  }
  return [...links.values()].map((link) => {
    const item = document.createElement('li');
    item.append(link);
    return item;
  });
}
