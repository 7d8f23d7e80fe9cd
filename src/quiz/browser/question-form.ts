import { readAnswer, writeAnswer } from '../../learner/answers.ts';
import { answerForm, itemOf } from './answer-form.ts';
import { create, find, spaced } from './dom.ts';
import { grade, type Grade } from '../grading/grade.ts';
import { questionNotes } from './question-notes.ts';
import {
  isOver,
  nextState,
  type QuestionEvent,
  type QuestionState,
} from '../grading/question-state.ts';

/** Milliseconds after which a screen reader takes a sentence for a new one. */
const LATER = 50;

/**
 * Brings one question to life. Only its button and its key decide anything: an arrow key clicks a
 * radio, so a click or a change of an answer never checks it. What the server wrote stays as it
 * is; explanations and sentences are added around it. `texts` are the sentences of the quiz.
 *
 * Returns what shows the answer that the browser kept, unless the reader is at work here.
 */
export function questionForm(form: HTMLFormElement, quiz: string, texts: DOMStringMap): () => void {
  const own = form.dataset;
  const question = own['question'] ?? '';
  const rev = Number(own['rev']);
  const controls = answerForm(form);
  const { type, key, read, write } = controls;
  const ids = Object.keys(key);
  const notes = questionNotes(form, controls, texts);
  const check = find<HTMLButtonElement>(form, '.question-check');
  const again = find<HTMLButtonElement>(form, '.question-again');
  const status = find(form, '.question-status');
  const error = find(form, '.question-error');
  const details = find<HTMLDetailsElement>(form, 'details');
  let state: QuestionState = 'idle';
  /** When the answer shown was given: another tab may bring a newer one. */
  let shown: number | undefined;

  const become = (event: QuestionEvent): void => {
    const wasOver = isOver(state);
    state = nextState(state, event);
    own['state'] = state;
    error.hidden = state !== 'invalid';
    details.open = isOver(state);
    again.hidden = again.disabled = state === 'idle' || state === 'editing';
    status.replaceChildren();
    if (wasOver && !isOver(state)) notes.clear(ids);
    describe();
  };

  /** Ties each control to the explanation under it, and the first one in error to the error. */
  const describe = (): void => {
    const faulty = !error.hidden && error.parentElement?.querySelector('input');
    for (const input of form.querySelectorAll('input')) {
      const note = controls.part(itemOf(input)).querySelector('.answer-note');
      const describing = [input === faulty && error, note].flatMap((each) => (each ? each.id : []));
      input.setAttribute('aria-describedby', describing.join(' '));
    }
  };

  const explain = (): void => {
    const answer = read();
    notes.show(isOver(state) ? ids : Object.keys(answer), answer);
    describe();
  };

  const say = ({ missing, extra }: Grade): void => {
    const answered = Object.keys(read());
    // What the eye finds under an answer is said as well: the reason, or the answer asked for.
    const heard =
      state === 'revealed'
        ? ids.flatMap((id) => (key[id] ? [notes.copy(id, 'text'), notes.copy(id, 'mark')] : []))
        : answered.length === 1
          ? answered.map((id) => notes.copy(id, 'why'))
          : [];
    const hints = !isOver(state) && [
      own['retry'],
      missing && own['missing'],
      extra && own['extra'],
    ];
    status.replaceChildren(
      ...spaced([texts[state], ...(hints || []), create('span', 'unseen', ...heard)]),
    );
  };

  /** Shows and keeps what a check or the key brought, and says it on a later frame. */
  const conclude = (result: Grade, score: number): void => {
    explain();
    shown = Date.now();
    writeAnswer(quiz, question, {
      rev,
      at: shown,
      answer: read(),
      score,
      ...(state === 'revealed' && { revealed: true }),
    });
    setTimeout(say, LATER, result);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const result = grade(type, key, read());
    const wasOver = isOver(state);
    become(result.verdict);
    if (state === 'invalid') {
      const field = result.unanswered ? controls.part(result.unanswered) : form;
      find(field, '.asks').after(error);
      describe();
      find(field, 'input').focus();
    } else if (wasOver) setTimeout(say, LATER, result);
    else conclude(result, result.score);
  });

  form.addEventListener('change', ({ target }) => {
    become('change');
    // What was said of a row was said of the answer that it had.
    if (type === 'rows') notes.clear([itemOf(target as Element)]);
  });

  const reveal = (): void => {
    if (!details.open || isOver(state)) return;
    become('reveal');
    conclude(grade(type, key, read()), 0);
  };
  details.addEventListener('toggle', reveal);

  again.addEventListener('click', () => {
    become('again');
    notes.clear(ids);
    write({});
    find(form, 'input').focus();
  });

  check.hidden = check.disabled = false;

  return () => {
    // The key may have been opened before this script came: the reader has seen it.
    reveal();
    const kept = readAnswer(quiz, question, rev);
    if (kept?.at !== shown && state !== 'editing' && state !== 'invalid') {
      shown = kept?.at;
      become('again');
      notes.clear(ids);
      write(kept?.answer ?? {});
      const result = grade(type, key, read());
      if (kept?.revealed) become('reveal');
      else if (result.unanswered === undefined) become(result.verdict);
      if (state !== 'idle') {
        explain();
        say(result);
      }
    }
    // Only then: what a reload brought back is on the page, and nobody wants it read out.
    setTimeout(() => (status.role = 'status'), LATER);
  };
}
