import { diagram } from './catalogue.ts';
import { readControls, showControls } from './explorer-controls.ts';
import { WIDTHS } from './metrics.ts';
import { readState, writeState, type State } from './parameters.ts';
import { patch } from './patch.ts';
import { stateHitting, view, type Subject, type View } from './view.ts';

/** The words that the page carries for this element, as JSON. */
type Words = Pick<Subject, 'title' | 'phrases'>;

/**
 * Lets the reader question the picture that it holds. All of it stands in the page already:
 * native controls, both pictures, sentence, list, Mermaid text. Once awake it redraws them for
 * each answer, with the layout that Mermaid was given, and keeps its state in the page's query
 * under keys that begin with its id.
 */
class StackExplorer extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const words = this.querySelector('script')?.textContent;
    const id = this.dataset['diagram'];
    if (!form || !words || !id) return;
    this.#wake(form, { ...diagram(id), id, ...(JSON.parse(words) as Words) });
  }

  #wake(form: HTMLFormElement, subject: Subject): void {
    const { id, parameters } = subject;
    const initial = readState(id, parameters, new Map());
    const isInitial = (state: State) => JSON.stringify(state) === JSON.stringify(initial);
    let shown = view(subject, initial);

    const show = (state: State) => {
      shown = view(subject, state);
      showControls(subject, form, shown);
      this.#draw(shown);
    };
    const change = (state: State) => {
      show(state);
      const url = new URL(location.href);
      writeState(id, parameters, shown.state, url.searchParams);
      history.replaceState(history.state, '', url);
      this.#part('[role=status]').textContent = shown.announcement;
    };

    // A link may ask for a state; a quick reader may have answered before this script came.
    const linked = readState(id, parameters, new URLSearchParams(location.search));
    const answered = readControls(subject, form);
    if (!isInitial(linked)) show(linked);
    else if (!isInitial(answered)) change(answered);

    form.addEventListener('input', () => change(readControls(subject, form)));
    form.addEventListener('reset', (event) => {
      event.preventDefault();
      change(initial);
    });
    // The pointer's short cut for what the controls do.
    this.#part('.diagram-pictures').addEventListener('click', ({ target }) => {
      const plate = target instanceof Element ? target.closest('.plate') : null;
      const state = stateHitting(shown, plate?.getAttribute('data-id') ?? '');
      if (!state) return;
      const again = state['hit'] === shown.state['hit'] && state['at'] === shown.state['at'];
      change(again ? { ...state, hit: 'none' } : state);
    });
    this.dataset['awake'] = '';
  }

  #draw({ sentence, reach, list, mermaid, picture }: View): void {
    for (const width of Object.keys(WIDTHS) as (keyof typeof WIDTHS)[]) {
      patch(this.#part(`.${width} > svg`), picture(width));
    }
    const [reached = '', held = ''] = reach;
    this.#part('.diagram-sentence').textContent = sentence;
    this.#part('.diagram-reached').textContent = reached;
    this.#part('.diagram-held').textContent = held;
    this.#part('.diagram-reach').toggleAttribute('hidden', reached === '');
    patch(this.#part('.diagram-list > ul'), list);
    this.#part('pre code').textContent = mermaid;
  }

  #part(selector: string): Element {
    const part = this.querySelector(selector);
    if (!part) throw new Error(`<stack-explorer> has no ${selector}.`);
    return part;
  }
}

customElements.define('stack-explorer', StackExplorer);
