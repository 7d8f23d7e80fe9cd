import { onceNear } from '../../lib/once-near.ts';

// What brings quizzes to life is fetched once one comes near: a page that is only read never loads it.
onceNear(document.querySelectorAll('quiz-form'), '100%', () => void import('./quiz-form.ts'));

// Other questions come when they are asked for; the same ones stay when they cannot be had.
document.addEventListener('click', ({ target }) => {
  const quiz = (target as Element).closest('.quiz-others')?.closest<HTMLElement>('quiz-form');
  if (!quiz) return;
  import('./other-questions.ts')
    .then(({ otherQuestions }) => otherQuestions(quiz))
    .catch(() => {
      const notice = quiz.querySelector('.quiz-notice');
      if (notice) notice.textContent = quiz.dataset['othersFailed'] ?? '';
    });
});
