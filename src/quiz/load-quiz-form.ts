/**
 * Fetches what brings quizzes to life once one comes within a screen of the reader, by scroll, by
 * link or by keyboard: a page that is only read never loads it.
 */
const observer = new IntersectionObserver(
  (entries) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    observer.disconnect();
    void import('./quiz-form.ts');
  },
  { rootMargin: '100%' },
);

for (const quiz of document.querySelectorAll('quiz-form')) observer.observe(quiz);
