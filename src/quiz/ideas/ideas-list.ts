import { dayWords } from '../../i18n/day-words.ts';
import type { Locale } from '../../i18n/locales.ts';
import { readRecord } from '../../learner/learner-store.ts';
import { RecordElement } from '../../learner/record-element.ts';
import { fillIn } from '../../lib/fill-in.ts';
import { ideasOf, type HeldIdea } from './ideas-of.ts';

/**
 * `<ideas-list>`: sorts the catalogue of mistaken ideas by what the reader's answers show of each:
 * to correct, corrected, never seen. What the page wrote is moved, never written anew.
 */
export class IdeasList extends RecordElement {
  #ideas = new Map<string, HTMLElement>();
  override connectedCallback(): void {
    for (const idea of this.querySelectorAll<HTMLElement>('[data-idea]'))
      this.#ideas.set(idea.dataset['idea'] ?? '', idea);
    super.connectedCallback();
  }

  protected override show(): void {
    const record = readRecord();
    const bearers = Object.fromEntries(
      [...this.#ideas].map(([id, { dataset }]) => [
        id,
        (dataset['questions'] ?? '').split(' ').filter(Boolean),
      ]),
    );
    const held = ideasOf(record, bearers);
    const open = held.filter(({ corrected }) => corrected === undefined);
    const corrected = held.filter((each) => each.corrected !== undefined);
    const known = new Set(held.map(({ idea }) => idea));
    this.#fill(
      'open',
      open.map((each) => this.#drawn(each)),
    );
    this.#fill(
      'corrected',
      corrected.map((each) => this.#drawn(each)),
    );
    this.#fill(
      'others',
      [...this.#ideas].flatMap(([id, idea]) => (known.has(id) ? [] : [drawn(idea, '')])),
    );
    const answered = Object.values(record.answers).some((quiz) => Object.keys(quiz).length > 0);
    const empty = open.length > 0 ? '' : answered ? 'none' : 'new';
    for (const note of this.querySelectorAll<HTMLElement>('[data-empty]'))
      note.hidden = note.dataset['empty'] !== empty;
  }

  #fill(group: string, ideas: readonly HTMLElement[]): void {
    const part = this.querySelector<HTMLElement>(`[data-group=${group}]`);
    part?.querySelector('ul')?.replaceChildren(...ideas);
    if (!part) return;
    // Where to look first stays, even when nothing is there: its note says so.
    part.hidden = ideas.length === 0 && group !== 'open';
    const counted = part.querySelector<HTMLElement>('[data-words]');
    if (counted) counted.textContent = fillIn(counted.dataset['words'], { count: ideas.length });
  }

  #drawn({ idea, seen, corrected }: HeldIdea): HTMLElement {
    const gone = corrected !== undefined;
    const date = dayWords(corrected ?? seen, Date.now(), document.documentElement.lang as Locale);
    const words = this.dataset[gone ? 'corrected' : 'seen'];
    return drawn(this.#ideas.get(idea) ?? this, fillIn(words, { date }), gone);
  }
}

/** An idea with what is said of it; struck off when it is `gone`. */
function drawn(idea: HTMLElement, said: string, gone = false): HTMLElement {
  const text = idea.querySelector('.idea-text');
  const struck = text?.querySelector('s');
  if (text && gone !== Boolean(struck)) {
    if (struck) struck.replaceWith(...struck.childNodes);
    else {
      const stroke = document.createElement('s');
      stroke.append(...text.childNodes);
      text.append(stroke);
    }
  }
  const when = idea.querySelector('.idea-when');
  if (when) when.textContent = said;
  return idea;
}
