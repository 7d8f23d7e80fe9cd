import { readAnswer, writeAnswer } from '../learner/answers.ts';
import { answerForm } from './answer-form.ts';
import { create } from './create.ts';
import { grade, type Grade } from './grade.ts';
import { questionNotes } from './question-notes.ts';
import { isOver, nextState, type QuestionEvent, type QuestionState } from './question-state.ts';

/** A question that has come to life. */
export interface QuestionForm {
  /** Shows what the browser kept, unless the reader is at work here. Says nothing aloud. */
  readonly restore: () => void;
}

/**
 * Brings one question to life. Only the button and the key decide anything: an arrow key clicks a
 * radio, so a click or a change of an answer never checks it. What the server wrote stays as it
 * is; explanations and sentences are added around it.
 *
 * `changed` is called after each answer kept.
 */
export function questionForm(
  form: HTMLFormElement,
  quiz: string,
  texts: DOMStringMap,
  changed: () => void,
): QuestionForm {
  const { question = '', rev = '' } = form.dataset;
  const controls = answerForm(form);
  const { type, key, parts } = controls;
  const notes = questionNotes(form, controls, texts);
  const [check, again] = form.querySelectorAll<HTMLButtonElement>('.question-actions button');
  const status = form.querySelector('.question-status');
  const details = form.querySelector('details');
  const error = create('p', 'question-error');
  error.id = `${form.id}-error`;
  let state: QuestionState = 'idle';
  /** When the answer shown was given: another tab may bring a newer one. */
  let shown: number | undefined;

  const say = (...words: (string | Node | undefined)[]): void => {
    status?.replaceChildren(...words.flatMap((word) => (word ? [word, ' '] : [])));
  };
  // Said again word for word, a sentence would not be heard: it goes, and comes on a later frame.
  const announce = (...words: (string | Node | undefined)[]): void => {
    say();
    requestAnimationFrame(() => requestAnimationFrame(() => say(...words)));
  };

  const become = (event: QuestionEvent): void => {
    const wasOver = isOver(state);
    state = nextState(state, event);
    form.dataset['state'] = state;
    error.remove();
    if (wasOver && !isOver(state)) notes.clear();
    if (details) details.open = isOver(state);
    if (again) again.hidden = again.disabled = state === 'idle' || state === 'editing';
    describe();
  };

  /** Ties each control to the explanation under it, and the first one in error to the error. */
  const describe = (): void => {
    const faulty = error.parentElement?.querySelector('input');
    for (const part of parts.values()) {
      const note = part.querySelector('.answer-note')?.id;
      for (const input of part.querySelectorAll('input')) {
        const ids = [input === faulty && error.id, note].filter(Boolean).join(' ');
        if (ids) input.setAttribute('aria-describedby', ids);
        else input.removeAttribute('aria-describedby');
      }
    }
  };

  const sentence = (result: Grade): readonly (string | Node | undefined)[] => {
    if (state === 'revealed') return [texts['revealed']];
    if (state === 'right') return [texts['right']];
    const ticked = Object.keys(controls.read())[0] ?? '';
    return [
      texts[state],
      ...(type === 'choice'
        ? [texts['retry'], unseen(notes.whyOf(ticked))]
        : type === 'rows'
          ? [texts['lines']]
          : [result.missing && texts['missing'], result.extra && texts['extra']].map(
              (text) => text || undefined,
            )),
    ];
  };

  const explain = (): void => {
    const answer = controls.read();
    notes.show(isOver(state) ? Object.keys(key) : Object.keys(answer), answer);
    describe();
  };

  const keep = (score: number): void => {
    shown = Date.now();
    const revealed = state === 'revealed' && ({ revealed: true } as const);
    writeAnswer(quiz, question, {
      rev: Number(rev),
      at: shown,
      answer: controls.read(),
      score,
      ...revealed,
    });
    changed();
  };

  const complain = (unanswered: string): void => {
    const field = unanswered === '' ? form.querySelector('fieldset') : parts.get(unanswered);
    error.textContent = texts[`no${type.replace(/^./, (letter) => letter.toUpperCase())}`] ?? '';
    (field?.querySelector(':scope > .question-how') ?? field?.querySelector('legend'))?.after(
      error,
    );
    describe();
    say();
    field?.querySelector('input')?.focus();
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const result = grade(type, key, controls.read());
    const wasOver = isOver(state);
    become(result.verdict);
    if (state === 'invalid') {
      complain(result.unanswered ?? '');
      return;
    }
    if (!wasOver) {
      explain();
      keep(result.score);
    }
    announce(...sentence(result));
  });

  form.addEventListener('change', ({ target }) => {
    become('change');
    say();
    // What was said of a row was said of the answer that it had.
    const part = target instanceof Element && target.closest<HTMLElement>('.answer-row');
    if (part) notes.clear(part.dataset['item']);
  });

  const reveal = (): void => {
    if (!details?.open || isOver(state)) return;
    become('reveal');
    explain();
    keep(0);
    announce(texts['revealed']);
  };
  details?.addEventListener('toggle', reveal);

  again?.addEventListener('click', () => {
    become('again');
    notes.clear();
    controls.write({});
    say();
    form.querySelector('input')?.focus();
  });

  const restore = (): void => {
    // The key may have been opened before this script came: the reader has seen it.
    reveal();
    const kept = readAnswer(quiz, question, Number(rev));
    if (kept?.at === shown || state === 'editing' || state === 'invalid') return;
    shown = kept?.at;
    controls.write(kept?.answer ?? {});
    const result = grade(type, key, controls.read());
    become('again');
    notes.clear();
    if (kept && (kept.revealed || result.verdict !== 'invalid')) {
      become(kept.revealed ? 'reveal' : result.verdict);
      explain();
    }
    say(...(state === 'idle' ? [] : sentence(result)));
  };

  if (check) check.hidden = check.disabled = false;
  return { restore };
}

/** Said to a screen reader; for the eye it stands under the answer. */
function unseen(why: Node | undefined): Node {
  const span = create('span', 'unseen');
  if (why) span.append(why);
  return span;
}
