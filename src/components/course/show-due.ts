import { counts } from '../../learner/counts.ts';
import { onRecordChange, readRecord } from '../../learner/learner-store.ts';
import { fillIn } from '../../lib/fill-in.ts';

/** Says on each lesson's plate how many of its questions are due again; nothing when none is. */
export function showDue(): void {
  const places = [...document.querySelectorAll<HTMLElement>('lesson-plate [data-due-words]')];
  const show = (): void => {
    const record = readRecord();
    const now = Date.now();
    for (const place of places) {
      const { tutorial = '', questions = '' } =
        place.closest<HTMLElement>('lesson-plate')?.dataset ?? {};
      const { due } = counts(record, tutorial, questions.split(' ').filter(Boolean), now);
      place.textContent = due > 0 ? fillIn(place.dataset['dueWords'], { due }) : '';
    }
  };
  if (places.length === 0) return;
  onRecordChange(show);
  show();
}
