import { readAnswer, writeAnswer } from '../../learner/answers.ts';
import type { Sureness } from '../../learner/learner-record.ts';
import {
  isOver,
  nextState,
  type QuestionEvent,
  type QuestionState,
} from '../grading/question-state.ts';
import { gradeOf, type Grade } from '../grading/verdict.ts';
import type { Behavior } from './behavior.ts';
import { create, find, spaced } from './dom.ts';
import { itemOf, type QuestionParts } from './question-parts.ts';

/** Milliseconds after which a screen reader takes a sentence for a new one. */
const LATER = 50;

/**
 * Brings one question to life. Only its button and its key decide anything: an arrow key clicks a
 * radio, so a click or a change of an answer never checks it. What the server wrote stays as it
 * is; explanations and sentences are added around it. `texts` are the sentences of the quiz.
 *
 * Returns what shows the answer that the browser kept, unless the reader is at work here.
 */
export function questionForm(
  { form, part }: QuestionParts,
  behavior: Behavior,
  texts: DOMStringMap,
): () => void {
  const own = form.dataset;
  const { quiz = '', question = '' } = own;
  const rev = Number(own['rev']);
  const { items, read, write } = behavior;
  const check = find<HTMLButtonElement>(form, '.question-check');
  const again = find<HTMLButtonElement>(form, '.question-again');
  const status = find(form, '.question-status');
  const error = find(form, '.question-error');
  const details = find<HTMLDetailsElement>(form, '.question-key');
  let state: QuestionState = 'idle';
  /** When the answer shown was given: another tab may bring a newer one. */
  let shown: number | undefined;

  const graded = (): Grade => gradeOf(behavior.tally(read()));
  const sureness = () =>
    form.querySelector<HTMLInputElement>('[name=sure]:checked')?.value as Sureness | undefined;
  const focusIn = (field: ParentNode) => {
    find(field, ':is(input, select, button):not([hidden])').focus();
  };

  const become = (event: QuestionEvent): void => {
    const wasOver = isOver(state);
    state = nextState(state, event);
    own['state'] = state;
    error.hidden = state !== 'invalid';
    details.open = isOver(state);
    again.hidden = again.disabled = state === 'idle' || state === 'editing';
    status.replaceChildren();
    if (wasOver && !isOver(state)) clear(items);
    describe();
  };

  /** Ties each control to the explanation under it, and the first one in error to the error. */
  const describe = (): void => {
    const faulty = !error.hidden && error.parentElement?.querySelector('input, select');
    for (const control of behavior.controls) {
      const note = part(itemOf(control)).querySelector('.answer-note');
      const describing = [control === faulty && error, note].flatMap((each) =>
        each ? each.id : [],
      );
      control.setAttribute('aria-describedby', describing.join(' '));
    }
  };

  const clear = (ids: readonly string[]): void => {
    for (const id of ids) {
      part(id).removeAttribute('data-mark');
      part(id).querySelector('.answer-note')?.remove();
    }
  };

  const explain = (result: Grade): void => {
    const answer = read();
    const over = isOver(state);
    clear(items);
    for (const id of over ? items : Object.keys(answer)) {
      const { nodes, mark } = behavior.note(id, answer, result, over);
      const note = create('p', 'answer-note', ...nodes);
      note.id = `${form.id}-${id}-note`;
      if (mark) part(id).dataset['mark'] = mark;
      part(id).append(note);
    }
    describe();
  };

  const say = (result: Grade): void => {
    const [only, ...others] = Object.keys(read());
    // What the eye finds under an answer is said as well: the reason, or the answer asked for.
    const heard =
      state === 'revealed'
        ? behavior.key()
        : only && others.length === 0
          ? [...part(only).querySelectorAll('.answer-note .key-why')].map((why) =>
              why.cloneNode(true),
            )
          : [];
    const hints = isOver(state)
      ? []
      : [...behavior.hints(result), own['hint'], sureness() === 'sure' && own['sureWrong']];
    status.replaceChildren(...spaced([texts[state], ...hints, create('span', 'unseen', ...heard)]));
  };

  /** Shows and keeps what a check or the key brought, and says it on a later frame. */
  const conclude = (result: Grade, score: number): void => {
    explain(result);
    shown = Date.now();
    const answer = read();
    const revealed = state === 'revealed';
    const ideas = revealed ? [] : behavior.ideas(answer).filter((idea) => idea !== undefined);
    const hints = form.querySelectorAll('.question-hint[open]').length;
    writeAnswer(quiz, question, {
      rev,
      at: shown,
      answer,
      score,
      // What is undefined is not kept.
      revealed: revealed || undefined,
      ideas: ideas.length > 0 ? [...new Set(ideas)] : undefined,
      hints: hints || undefined,
      sure: sureness(),
    });
    setTimeout(say, LATER, result);
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const result = graded();
    const wasOver = isOver(state);
    become(result.verdict);
    if (state === 'invalid') {
      const field = result.unanswered ? part(result.unanswered) : form;
      find(field, '.asks').after(error);
      describe();
      focusIn(field);
    } else if (wasOver) setTimeout(say, LATER, result);
    else conclude(result, result.score);
  });

  // As it happens, not when the field is left: the button would move away under the pointer.
  form.addEventListener('input', ({ target }) => {
    const item = itemOf(target as Element);
    // How sure the reader is changes no answer.
    if (!item) return;
    become('change');
    // What was said of an item was said of the answer that it had.
    if (!behavior.keepsNotes) clear(behavior.controls.length > 0 ? [item] : items);
  });

  const reveal = (): void => {
    if (!details.open || isOver(state)) return;
    become('reveal');
    conclude(graded(), 0);
  };
  details.addEventListener('toggle', reveal);

  again.addEventListener('click', () => {
    become('again');
    clear(items);
    // How sure the reader was is as old as the answer.
    form.reset();
    write({});
    focusIn(form);
  });

  check.hidden = check.disabled = false;

  return () => {
    // The key may have been opened before this script came: the reader has seen it.
    reveal();
    const kept = readAnswer(quiz, question, rev);
    // Asked anew: what was answered before is not shown.
    if ('fresh' in texts) shown ??= kept?.at;
    if (kept?.at !== shown && state !== 'editing' && state !== 'invalid') {
      shown = kept?.at;
      become('again');
      clear(items);
      write(kept?.answer ?? {});
      for (const radio of form.querySelectorAll<HTMLInputElement>('[name=sure]'))
        radio.checked = radio.value === kept?.sure;
      const result = graded();
      if (kept?.revealed) become('reveal');
      else if (result.unanswered === undefined) become(result.verdict);
      if (state !== 'idle') {
        explain(result);
        say(result);
      }
    }
    // Only then: what a reload brought back is on the page, and nobody wants it read out.
    setTimeout(() => (status.role = 'status'), LATER);
  };
}
