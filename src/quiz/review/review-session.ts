import { dayWords } from '../../i18n/day-words.ts';
import type { Locale } from '../../i18n/locales.ts';
import { eachHistory, historyOf } from '../../learner/history.ts';
import { mustTellTrouble, onRecordChange, readRecord } from '../../learner/learner-store.ts';
import { hasFailed } from '../../learner/schedule.ts';
import { fillIn } from '../../lib/fill-in.ts';
import type { QuizIndex } from './quiz-index.ts';
import { sessionForms, type SessionTexts } from './session-forms.ts';
import { practice, SESSION, standing, type Asked } from './standing.ts';

type Part = 'loading' | 'lost' | 'new' | 'rest' | 'session';

/**
 * `<review-session data-index>`: asks what is due, some questions at a time, and says when to come
 * back. All it shows stands in the page, hidden, as parts (`data-part`) of which one is shown.
 */
export class ReviewSession extends HTMLElement {
  #awake = false;
  #index: QuizIndex | undefined;
  #asked: readonly Asked[] = [];
  #practising = false;
  #begun = 0;

  connectedCallback(): void {
    // Whoever moves it in the page (a reading aid, say) finds it as it was.
    if (this.#awake) return;
    this.#awake = true;
    this.#on('practice', () => this.#begin(true));
    this.#on('more', () => this.#begin(this.#practising));
    this.#on('retry', () => this.#begin(this.#practising));
    onRecordChange(() => {
      this.#count();
    });
    void this.#begin(false, 'arriving');
  }

  /** Begins a session of what is due, or of what may be practised before. */
  async #begin(practising: boolean, arriving?: 'arriving'): Promise<void> {
    this.#practising = practising;
    // Who has answered nothing fetches nothing.
    if (eachHistory(readRecord().answers).length === 0) return this.#show('new');
    this.#show('loading');
    try {
      this.#index ??= await fetchIndex(this.dataset['index'] ?? '');
      const now = Date.now();
      const stands = standing(this.#index, readRecord(), now);
      const choice = practising ? practice(stands) : stands.due;
      if (stands.due.length + stands.later.length === 0) this.#show('new');
      else if (choice.length === 0) this.#rest(stands.later[0]?.due ?? now, now);
      else await this.#ask(choice);
      // Where a button brought the reader; who only arrives stays at the top.
      if (!arriving) this.#part().querySelector('h2')?.focus();
    } catch {
      this.#show('lost');
    }
  }

  async #ask(choice: readonly Asked[]): Promise<void> {
    const chosen = choice.slice(0, SESSION);
    const texts = this.dataset as unknown as SessionTexts;
    const { quiz, asked } = await sessionForms(chosen, texts);
    // What brings it to life is there before it is.
    await import('../browser/quiz-form.ts');
    this.#asked = asked;
    this.#begun = Date.now();
    this.#find('.review-forms').replaceChildren(quiz);
    for (const heading of this.querySelectorAll<HTMLElement>('[data-when]'))
      heading.hidden = (heading.dataset['when'] === 'practice') !== this.#practising;
    const count = this.#find('.review-count');
    const { words, queue } = count.dataset;
    const waiting = choice.length - chosen.length;
    const waits = waiting > 0 && !this.#practising;
    count.textContent = `${fillIn(words, { total: asked.length })} ${waits ? fillIn(queue, { waiting }) : ''}`;
    this.#show('session');
    this.#count();
  }

  #rest(next: number, now: number): void {
    this.#say('.review-rest', { date: dayWords(next, now, this.#locale, 'weekday') });
    this.#show('rest');
  }

  /** Says at the end how it went, and what waits. */
  #count(): void {
    if (mustTellTrouble()) this.#find('.review-trouble').hidden = false;
    if (!this.#index || this.#asked.length === 0) return;
    const record = readRecord();
    const given = this.#asked.flatMap(({ tutorial, question }) => {
      const last = historyOf(record.answers, tutorial.id, question.id).at(-1);
      return last && last.at >= this.#begun ? [last] : [];
    });
    const over = given.length === this.#asked.length;
    const end = this.#find('.review-end');
    if (over === !end.hidden) return;
    end.hidden = !over;
    if (!over) return;
    const now = Date.now();
    const { due, later } = standing(this.#index, record, now);
    const right = given.filter((answer) => !hasFailed(answer)).length;
    this.#say('.review-score', { right, total: given.length });
    const waits = this.#find('.review-waits');
    waits.textContent = fillIn(waits.dataset[due.length > 0 ? 'waiting' : 'next'], {
      waiting: due.length,
      date: dayWords(later[0]?.due ?? now, now, this.#locale, 'weekday'),
    });
    this.#find('[data-act=more]').hidden = due.length === 0 && !this.#practising;
  }

  #show(shown: Part): void {
    for (const part of this.querySelectorAll<HTMLElement>('[data-part]'))
      part.hidden = part.dataset['part'] !== shown;
    if (shown !== 'session') this.#asked = [];
  }

  #part(): HTMLElement {
    return this.#find('[data-part]:not([hidden])');
  }

  #say(selector: string, values: Readonly<Record<string, string | number>>): void {
    const element = this.#find(selector);
    element.textContent = fillIn(element.dataset['words'], values);
  }

  #on(act: string, does: () => Promise<void>): void {
    for (const button of this.querySelectorAll(`[data-act=${act}]`))
      button.addEventListener('click', () => void does());
  }

  #find(selector: string): HTMLElement {
    const found = this.querySelector<HTMLElement>(selector);
    if (!found) throw new Error(`<review-session> lacks ${selector}`);
    return found;
  }

  get #locale(): Locale {
    return document.documentElement.lang as Locale;
  }
}

async function fetchIndex(path: string): Promise<QuizIndex> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${String(response.status)}`);
  return (await response.json()) as QuizIndex;
}
