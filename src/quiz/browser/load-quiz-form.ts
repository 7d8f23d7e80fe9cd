import { onceNear } from '../../lib/once-near.ts';

// What brings quizzes to life is fetched once one comes near: a page that is only read never loads it.
onceNear(document.querySelectorAll('quiz-form'), '100%', () => void import('./quiz-form.ts'));
