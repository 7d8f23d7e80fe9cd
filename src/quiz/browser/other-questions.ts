import { drawOthers } from '../grading/draw-others.ts';
import { fetchPage } from '../../lib/fetch-page.ts';

/**
 * Puts other questions of the pools in the place of those that are shown; fetched only when the
 * reader asks for them.
 *
 * @throws Error when they cannot be had; those that are shown stay as they are.
 */
export async function otherQuestions(quiz: HTMLElement): Promise<void> {
  const { questions = '', others = '' } = quiz.dataset;
  const whole = (await fetchPage(questions)).querySelector('quiz-form');
  if (!whole) throw new Error(`${questions} holds no quiz.`);
  const shown = [...quiz.querySelectorAll('form')];
  const all = [...whole.querySelectorAll('form')];
  const drawn = drawOthers(all.map(pooled), shown.map(idOf));
  // A quiz that never was awake: the old one has its listeners, and its notes on the page.
  const next = quiz.cloneNode() as HTMLElement;
  delete next.dataset['awake'];
  const forms = all
    .filter((form) => drawn.includes(idOf(form)))
    .map((form) => document.importNode(form, true));
  forms.forEach((form, index) => {
    // Numbers are those of the place, in the language that the page may have been translated to.
    const old = shown[index]?.querySelector('.question-place');
    if (old) form.querySelector('.question-place')?.replaceWith(old.cloneNode(true));
    const key = shown[index]?.querySelector<HTMLElement>('.question-key')?.dataset['place'];
    const own = form.querySelector<HTMLElement>('.question-key');
    if (own && key) own.dataset['place'] = key;
  });
  const rest = [...quiz.children].filter((child) => !shown.includes(child as HTMLFormElement));
  next.append(...forms, ...rest.map((child) => child.cloneNode(true)));
  quiz.replaceWith(next);
  for (const notice of next.querySelectorAll('.quiz-notice')) notice.textContent = others;
  const place = next.querySelector<HTMLElement>('.question-place');
  if (!place) return;
  place.tabIndex = -1;
  place.focus();
}

const idOf = ({ dataset }: HTMLElement): string => dataset['question'] ?? '';

const pooled = (form: HTMLElement) => ({ id: idOf(form), pool: form.dataset['pool'] });
