import { fillIn } from '../../lib/fill-in.ts';
import { fetchPage } from '../../lib/fetch-page.ts';
import type { Asked } from './standing.ts';

/** What is said around each question: sentences with their places open. */
export interface SessionTexts {
  /** `Question {n} of {total}` */
  readonly place: string;
  /** What comes before the link to the section that teaches it. */
  readonly reread: string;
}

/** What a session shows, and the questions that are in it. */
export interface Session {
  readonly quiz: HTMLElement;
  readonly asked: readonly Asked[];
}

/**
 * A `<quiz-form>` with the forms of `asked`, taken from the pages of their quizzes; one that is no
 * longer there is passed over. Answers given before are not shown in it: they are asked anew.
 *
 * @throws Error when a page does not come, or none of the questions is there.
 */
export async function sessionForms(
  asked: readonly Asked[],
  { place, reread }: SessionTexts,
): Promise<Session> {
  const found = await Promise.all(asked.map(formOf));
  const forms = found.filter((each) => each !== undefined);
  const [first] = forms;
  if (!first) throw new Error('None of the questions is on the pages of their quizzes.');
  const quiz = document.importNode(first.quiz, false);
  quiz.dataset['fresh'] = '';
  delete quiz.dataset['quiz'];
  delete quiz.dataset['sheet'];
  forms.forEach(({ form, asked: { tutorial, question } }, index) => {
    const own = document.importNode(form, true);
    const heading = own.querySelector('.question-place');
    heading?.replaceChildren(
      fillIn(place, { n: index + 1, total: forms.length }),
      ' · ',
      tutorial.title,
    );
    heading?.after(rereadLine(reread, tutorial, question));
    quiz.append(own);
  });
  return { quiz, asked: forms.map((each) => each.asked) };
}

async function formOf(asked: Asked) {
  const { tutorial, question } = asked;
  const page = await fetchPage(tutorial.questionsPage);
  const form = page.querySelector<HTMLFormElement>(
    `quiz-form form[data-question="${question.id}"]`,
  );
  const quiz = form?.closest<HTMLElement>('quiz-form');
  if (!form || !quiz) return undefined;
  form.dataset['quiz'] ??= tutorial.id;
  return { form, quiz, asked };
}

/** Where to read again what the question asks for. */
function rereadLine(
  reread: string,
  { path, sections }: Asked['tutorial'],
  { section }: Asked['question'],
): HTMLElement {
  const line = document.createElement('p');
  line.className = 'review-from';
  const link = document.createElement('a');
  link.href = `${path}#${section}`;
  link.textContent = sections[section] ?? section;
  line.append(reread, ' ', link);
  return line;
}
